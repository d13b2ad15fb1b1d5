"""Small files are read on the loop, and only the large ones are sent to a thread."""
import asyncio
from pathlib import Path


def load(path: Path) -> bytes:
    return path.read_bytes()


async def body(path: Path, size: int) -> bytes:
    if size < 4096:
        return load(path)  # CNC103
    return await asyncio.to_thread(load, path)
