"""All arguments of `gather` are coroutines: an async helper and two offloads."""
import asyncio
import time


def measure(sensor: int) -> float:
    time.sleep(0.5)
    return sensor * 1.5


async def heartbeat() -> float:
    await asyncio.sleep(0.1)
    return 0.0


async def sample() -> list[float]:
    return await asyncio.gather(heartbeat(), asyncio.to_thread(measure, 1), asyncio.to_thread(measure, 2))
