"""A helper answers whether a loop is running; the code below blocks only where none is."""

import asyncio
import time


def in_loop() -> bool:
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


def in_no_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


def always() -> bool:
    return True


def pause(seconds):
    if in_loop():
        return asyncio.ensure_future(asyncio.sleep(seconds))
    time.sleep(seconds)


def pause_wrongly(seconds):
    if in_no_loop():
        return None
    time.sleep(seconds)


async def wait():
    await pause(1)
    pause_wrongly(1)  # CNC101
