"""The blocking helper is called by sync code only; the coroutine beside it has its own way."""
import asyncio
import time


def wait_sync(seconds: float) -> None:
    time.sleep(seconds)


def cli() -> None:
    wait_sync(2)
    asyncio.run(wait_async(2))


async def wait_async(seconds: float) -> None:
    await asyncio.sleep(seconds)
