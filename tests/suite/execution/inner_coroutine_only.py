"""Only the coroutine that blocks is reported, not the ones that await it."""
import asyncio
import time


async def read_sensor() -> float:
    time.sleep(0.2)  # CNC101
    return 21.5


async def average() -> float:
    return (await read_sensor() + await read_sensor()) / 2


async def monitor() -> None:
    while await average() < 30:
        await asyncio.sleep(1)
