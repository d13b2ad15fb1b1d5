"""Entering the `with` block runs `__enter__`, which copies a file."""
import shutil


class Snapshot:
    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> str:
        return shutil.copyfile(self.path, self.path + ".bak")

    def __exit__(self, *exc) -> None:
        self.path = ""


async def migrate(path: str) -> str:
    with Snapshot(path) as backup:  # CNC103
        return backup
