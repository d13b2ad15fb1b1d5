"""A `defaultdict` makes the lock of each user; the coroutine holds it over an await."""
import asyncio
import threading
from collections import defaultdict

locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


async def transfer(user: str) -> None:
    with locks[user]:  # CNC111
        await asyncio.sleep(0.1)
