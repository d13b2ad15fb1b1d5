"""Calling a generator function runs nothing; the thread that makes a list of it does the reading."""
import asyncio


def read_rows(path: str):
    with open(path) as source:
        yield from source


async def load_rows(path: str) -> list[str]:
    rows = read_rows(path)
    return await asyncio.to_thread(list, rows)
