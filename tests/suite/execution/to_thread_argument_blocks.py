"""`json.loads` goes to the thread, but its argument is read from disk on the loop."""
import asyncio
import json
from pathlib import Path


async def load_config(path: Path) -> dict:
    return await asyncio.to_thread(json.loads, path.read_text())  # CNC103
