"""Whoever takes a lock that it has just made waits for nobody."""
import asyncio
import threading


async def hold(seconds: float) -> threading.Lock:
    lock = threading.Lock()
    lock.acquire()
    await asyncio.sleep(seconds)
    return lock
