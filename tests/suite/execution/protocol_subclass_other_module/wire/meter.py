"""The class is an asyncio protocol through a project class in another module, so its callbacks run on the loop."""
import sqlite3

from .base import LineProtocol


class MeterProtocol(LineProtocol):
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def eof_received(self) -> None:
        self.db.commit()  # CNC105
