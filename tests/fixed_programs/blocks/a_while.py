# offload: asyncio anyio
import time

LEFT = [3, 2, 1]


def following():
    time.sleep(0.01)
    return LEFT.pop() if LEFT else None


async def main():
    total = 0
    while (n := following()) is not None:
        total += n
    return total
