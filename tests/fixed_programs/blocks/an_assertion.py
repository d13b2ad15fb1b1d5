# offload: asyncio anyio
import time


def slow(n):
    time.sleep(0.01)
    return n


async def main():
    assert slow(1), slow(2)
    first, *rest = slow([1, 2, 3])
    return -slow(first) if not slow(rest) else slow(first) <= slow(2) < 3
