"""Connecting, executing and committing with sqlite3 are three separate calls on the disk."""
import sqlite3


async def set_flag(name: str, value: bool) -> None:
    db = sqlite3.connect("/data/flags.db")  # CNC105
    db.execute("REPLACE INTO flags VALUES (?, ?)", (name, value))  # CNC105
    db.commit()  # CNC105
