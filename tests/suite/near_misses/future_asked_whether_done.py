"""A future that was asked whether it is done has its result at hand."""

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def poll(work):
    future = pool.submit(work)
    while not future.done():
        await asyncio.sleep(0.1)
    return future.result()


async def peek(loading: Future[str]):
    return loading.result() if loading.done() else None


async def wait(work):
    started = pool.submit(work)
    return started.result()  # CNC106
