"""A context manager connects on entry and commits on exit, as a class and as a generator."""
import asyncio
import sqlite3
from contextlib import closing, contextmanager

import pymysql


class Transaction:
    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> sqlite3.Cursor:
        self.connection = sqlite3.connect(self.path)
        return self.connection.cursor()

    def __exit__(self, *exception: object) -> None:
        self.connection.commit()
        self.connection.close()


@contextmanager
def cursor():
    connection = pymysql.connect(host="db")
    try:
        yield connection.cursor()
        connection.commit()
    finally:
        connection.close()


async def add(text: str) -> None:
    with Transaction("app.db") as rows:  # CNC105
        rows.execute("insert into t values (?)", (text,))  # CNC105


async def read() -> list:
    with cursor() as rows:  # CNC105
        rows.execute("select 1")  # CNC105
        return rows.fetchall()


async def read_closing() -> list:
    with closing(sqlite3.connect("app.db")) as connection:  # CNC105
        return connection.execute("select 1").fetchall()  # CNC105


def _add(text: str) -> None:
    with Transaction("app.db") as rows:
        rows.execute("insert into t values (?)", (text,))


async def add_elsewhere(text: str) -> None:
    await asyncio.to_thread(_add, text)
