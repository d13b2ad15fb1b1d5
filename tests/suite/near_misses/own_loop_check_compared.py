"""A helper compares the running loop with None, and blocks only where there is none."""
import asyncio
import concurrent.futures


def running_loop():
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def drain(futures: list[concurrent.futures.Future]):
    if running_loop() is not None:
        return asyncio.wait([asyncio.wrap_future(future) for future in futures])
    else:
        return concurrent.futures.wait(futures)


async def stop(futures: list[concurrent.futures.Future]) -> None:
    await drain(futures)
