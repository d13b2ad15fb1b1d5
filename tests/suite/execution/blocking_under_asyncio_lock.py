"""An asyncio lock around a blocking call does not make it less blocking."""
import asyncio
import shutil


class Backups:
    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    async def make(self, folder: str) -> None:
        async with self._lock:
            shutil.copytree(folder, folder + ".bak")  # CNC103
