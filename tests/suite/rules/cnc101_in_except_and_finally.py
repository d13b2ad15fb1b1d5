"""Sleeping in a handler or a `finally` block is on the loop like the rest of the body."""
import asyncio
import time


async def reconnect(connect) -> None:
    try:
        await connect()
    except OSError:
        time.sleep(5)  # CNC101
    finally:
        time.sleep(1)  # CNC101
    await asyncio.sleep(0)
