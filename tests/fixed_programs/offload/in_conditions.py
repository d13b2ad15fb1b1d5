# offload: asyncio anyio
import time


def slow(x):
    time.sleep(0.01)
    return x


async def main():
    if (n := slow(2)) and not slow(0):
        return n + slow(1) ** 2
