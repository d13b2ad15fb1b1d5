"""Metadata calls are cheap, but they are file-system calls on the loop."""
import os


async def freshness(path: str) -> float:
    if not os.path.exists(path):  # CNC110
        return 0.0
    return os.stat(path).st_mtime  # CNC110
