"""The `==` operator runs `__eq__`, which compares the contents of two files."""
from pathlib import Path


class Document:
    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self.path.read_bytes() == other.path.read_bytes()


async def is_duplicate(left: Document, right: Document) -> bool:
    return left == right  # CNC103
