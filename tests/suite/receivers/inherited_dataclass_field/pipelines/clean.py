"""The field is declared in a base dataclass in another module."""
from dataclasses import dataclass

from .base import Stage


@dataclass
class Clean(Stage):
    table: str = "raw"

    async def run(self) -> None:
        self.db.executescript(f"DELETE FROM {self.table}; VACUUM;")  # CNC105
