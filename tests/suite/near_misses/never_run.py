"""Branches that a literal rules out, and a function that returns nothing where something is awaited."""
import asyncio
import time


def pause() -> None:
    time.sleep(1)


def rest():
    time.sleep(1)


async def sketched() -> None:
    if False:
        pause()
    if 0:
        pause()
    else:
        pause()  # CNC101
    if not True:
        pause()
    while True:
        pause()  # CNC101


async def run(work):
    if asyncio.iscoroutinefunction(work):
        return await work()
    return await asyncio.to_thread(work)


async def rested() -> None:
    await run(rest)
