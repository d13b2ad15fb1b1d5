"""State is kept in pickled and gzipped files, and loaded where a coroutine asks for it."""
import asyncio
import gzip
import json
import pickle
from pathlib import Path


class State:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.data: dict = {}

    def load(self) -> None:
        with open(self.path, "rb") as file:
            self.data = pickle.load(file)

    def save(self) -> None:
        self.path.write_bytes(pickle.dumps(self.data))

    async def async_added_to_hass(self) -> None:
        self.load()  # CNC103 CNC108

    async def async_will_remove(self) -> None:
        self.save()  # CNC103

    async def reload(self) -> None:
        await asyncio.to_thread(self.load)


async def history(path: str) -> list:
    with gzip.open(path, "rt") as file:  # CNC103
        return json.load(file)


async def packed(text: str) -> bytes:
    return gzip.compress(text.encode())  # CNC108
