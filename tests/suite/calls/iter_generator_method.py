"""`__iter__` is a generator that runs a query; the `for` loop over the object executes it."""
import sqlite3


class Audit:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __iter__(self):
        yield from self.connection.execute("SELECT actor FROM audit")


async def actors(audit: Audit) -> set[str]:
    names = set()
    for row in audit:  # CNC105
        names.add(row[0])
    return names
