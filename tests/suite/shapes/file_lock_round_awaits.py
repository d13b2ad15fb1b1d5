"""A lock between processes is taken in a coroutine, through a method that gives it."""
import asyncio

import portalocker
from filelock import AsyncFileLock, FileLock


class Store:
    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = FileLock(path + ".lock")

    def _locked(self) -> portalocker.Lock:
        return portalocker.Lock(self._path + ".lock", timeout=30)

    async def add(self, text: str) -> None:
        with self._locked():  # CNC106
            print(text)

    async def replace(self, text: str) -> None:
        with self._lock:  # CNC106
            print(text)

    async def clear(self) -> None:
        self._lock.acquire(timeout=5)  # CNC106
        self._lock.release()

    async def add_awaited(self, text: str) -> None:
        async with AsyncFileLock(self._path + ".lock"):
            await asyncio.sleep(0)
