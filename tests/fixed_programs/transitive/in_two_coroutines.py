# offload: asyncio anyio
import asyncio
import time


def slow(n):
    time.sleep(0.01)
    return n * 2


async def one(n):
    return slow(n)


async def main():
    return await asyncio.gather(*(one(n) for n in range(3)))
