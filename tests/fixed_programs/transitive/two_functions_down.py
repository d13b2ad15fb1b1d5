# offload: asyncio anyio
import time


def inner(n):
    time.sleep(0.01)
    return n + 1


def outer(n, *, more=0):
    return inner(n) + more


async def main():
    return outer(1, more=2)
