"""Augmented assignment runs `__iadd__`, which appends to a log table."""
import sqlite3


class Trail:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def __iadd__(self, event: str) -> "Trail":
        self.db.execute("INSERT INTO trail VALUES (?)", (event,))
        return self


async def record_login(trail: Trail, user: str) -> None:
    trail += f"login {user}"  # CNC105
