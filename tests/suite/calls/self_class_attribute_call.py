"""`type(self)` and `self.__class__` lead to the class method that writes a file."""
from pathlib import Path


class Journal:
    @classmethod
    def append(cls, line: str) -> None:
        Path("/var/journal").write_text(line)

    async def note(self, line: str) -> None:
        type(self).append(line)  # CNC103
