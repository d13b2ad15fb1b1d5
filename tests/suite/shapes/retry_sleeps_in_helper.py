"""A helper waits with sleeps: as a loop until something is there, as a decorator, and with a random pause."""
import asyncio
import functools
import random
import time
from pathlib import Path


def wait_for(path: Path, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if path.name:
            return True
        time.sleep(0.1)
    return False


def retried(times: int):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return function(*args, **kwargs)
                except OSError:
                    time.sleep(random.random())
            raise TimeoutError

        return wrapper

    return decorate


@retried(3)
def ping(host: str) -> str:
    return host


async def start() -> None:
    wait_for(Path("/tmp/ready"))  # CNC101
    ping("db")  # CNC101


async def start_elsewhere() -> None:
    await asyncio.to_thread(wait_for, Path("/tmp/ready"))
    await asyncio.sleep(0.1)
