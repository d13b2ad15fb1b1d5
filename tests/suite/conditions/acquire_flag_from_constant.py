"""The argument is a module constant that is false, so the lock is only tried."""
import threading

WAIT = False
lock = threading.Lock()


async def try_enter() -> bool:
    return lock.acquire(WAIT)
