"""`sorted` compares the items with `__lt__`, which reads both files."""
from pathlib import Path


class Revision:
    def __init__(self, path: str) -> None:
        self.path = Path(path)

    def __lt__(self, other: "Revision") -> bool:
        return self.path.read_bytes() < other.path.read_bytes()


async def is_older(left: Revision, right: Revision) -> bool:
    return left < right  # CNC103
