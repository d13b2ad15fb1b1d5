"""The helpers start a loop of their own only where they have found that none is running, which is not so on the loop."""
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def fetch_rates() -> dict[str, float]:
    return {"EUR": 1.0}


def rates_by_handler():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(fetch_rates())
    return fetch_rates()


def rates_by_none():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is not None:
        return loop.create_task(fetch_rates())
    return asyncio.run(fetch_rates())


def rates_by_question():
    loop = asyncio.get_event_loop()
    if loop.is_running():
        return loop.create_task(fetch_rates())
    else:
        return loop.run_until_complete(fetch_rates())


async def quote(pool: ThreadPoolExecutor) -> None:
    await rates_by_handler()
    await rates_by_none()
    await rates_by_question()
