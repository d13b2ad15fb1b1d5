"""Rows come from generators that read as they go, through a pipeline of them."""
import asyncio
import csv
from collections.abc import Iterator

import psycopg


def rows(path: str) -> Iterator[dict]:
    with open(path, newline="") as file:
        yield from csv.DictReader(file)


def cleaned(source: Iterator[dict]) -> Iterator[dict]:
    for row in source:
        yield {key: value.strip() for key, value in row.items()}


def batches(query: str) -> Iterator[list]:
    with psycopg.connect("host=db") as connection, connection.cursor() as cursor:
        cursor.execute(query)
        while batch := cursor.fetchmany(100):
            yield batch


async def load(path: str) -> int:
    count = 0
    for _ in cleaned(rows(path)):  # CNC103
        count += 1
    return count


async def load_all(path: str) -> list[dict]:
    return list(rows(path))  # CNC103


async def export(query: str) -> int:
    return sum(len(batch) for batch in batches(query))  # CNC105


async def load_elsewhere(path: str) -> list[dict]:
    return await asyncio.to_thread(lambda: list(rows(path)))
