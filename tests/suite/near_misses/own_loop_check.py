"""A helper of the project's own asks for a running loop before the code blocks."""

import asyncio
import time


def running_loop():
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def pause(seconds):
    if loop := running_loop():
        return loop.create_task(asyncio.sleep(seconds))
    else:
        time.sleep(seconds)


async def wait():
    await pause(1)
    pause(1)
