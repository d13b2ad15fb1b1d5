from pathlib import Path


class Store:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.name = root.name

    def load(self, key: str) -> bytes:
        return (self.root / key).read_bytes()
