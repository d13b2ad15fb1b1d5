"""`Annotated[Connection, ...]` is a Connection; the metadata changes nothing."""
import sqlite3
from typing import Annotated


async def rename(db: Annotated[sqlite3.Connection, "read-write"], old: str, new: str) -> None:
    db.execute("UPDATE tags SET name = ? WHERE name = ?", (new, old))  # CNC105
