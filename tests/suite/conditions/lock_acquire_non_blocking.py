"""Trying for a lock without waiting returns at once in every spelling."""
import threading

lock = threading.Lock()
gate = threading.Semaphore(2)


async def try_refresh() -> list[bool]:
    return [lock.acquire(blocking=False), lock.acquire(False), lock.acquire(timeout=0), gate.acquire(blocking=False)]
