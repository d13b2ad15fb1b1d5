"""A worker thread hands a partial back to the loop, where its body then blocks."""
import asyncio
import functools
import time


def apply_update(version: int) -> None:
    time.sleep(version)  # CNC101


def from_worker(loop: asyncio.AbstractEventLoop, version: int) -> None:
    loop.call_soon_threadsafe(functools.partial(apply_update, version))
