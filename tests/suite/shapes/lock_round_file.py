"""A thread lock is held while a file is written, so that a coroutine that takes it waits for the disk."""
import asyncio
import json
import threading
from pathlib import Path


class Settings:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._values: dict[str, str] = {}

    def set(self, key: str, value: str) -> None:
        with self._lock:
            self._values[key] = value
            self._path.write_text(json.dumps(self._values))

    def get(self, key: str) -> str | None:
        with self._lock:
            return self._values.get(key)


class Counter:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count = 0

    def up(self) -> int:
        with self._lock:
            self._count += 1
            return self._count


settings = Settings(Path("/data/settings.json"))
counter = Counter()


async def change(key: str, value: str) -> None:
    settings.set(key, value)  # CNC103 CNC106


async def read(key: str) -> str | None:
    return settings.get(key)  # CNC106


async def change_elsewhere(key: str, value: str) -> None:
    await asyncio.to_thread(settings.set, key, value)


async def count() -> int:
    return counter.up()  # CNC106
