# offload: asyncio anyio
import time


def down(n):
    time.sleep(0.001)
    return [n, *down(n - 1)] if n else []


async def main():
    return down(3)
