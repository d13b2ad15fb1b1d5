"""A sync bridge drives the loop itself, and the coroutine calls the bridge."""
import asyncio


async def load(name: str) -> str:
    await asyncio.sleep(0)
    return name


def load_sync(name: str) -> str:
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(load(name))


async def page(name: str) -> str:
    return load_sync(name).title()  # CNC112
