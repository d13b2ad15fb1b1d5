"""Standard input is read when `select`, or the loop, has told that there is something to read."""

import asyncio
import select
import sys


async def quit_pressed() -> bool:
    while True:
        if sys.stdin in select.select([sys.stdin], [], [], 0)[0]:
            return sys.stdin.read(1) == "q"
        await asyncio.sleep(0.1)
