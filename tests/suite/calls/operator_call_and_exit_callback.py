"""`operator.call` runs its argument; a stack runs its callbacks when it is left."""

import operator
import shutil
import time
from contextlib import AsyncExitStack, ExitStack


def slow():
    time.sleep(1)


async def at_once():
    operator.call(slow)  # CNC101
    operator.call(time.sleep, 0)


async def tidied(folder: str):
    async with AsyncExitStack() as stack:
        stack.callback(shutil.rmtree, folder)  # CNC103
        stack.push_async_callback(close)
    with ExitStack() as plain:
        plain.callback(print, "left")


async def close():
    return None
