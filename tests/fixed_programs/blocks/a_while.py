# offload: asyncio anyio
import time


def following(left):
    time.sleep(0.01)
    return left.pop() if left else None


async def main():
    total, left = 0, [3, 2, 1]
    while (n := following(left)) is not None:
        total += n
    return total
