# offload: asyncio anyio
import time


def slow(n):
    time.sleep(0.01)
    return n


async def main():
    return {"a": (n := slow(1)), "b": n + 1, **{str(k): slow(k) for k in (3, 4)}}
