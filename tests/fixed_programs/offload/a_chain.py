# offload: asyncio anyio
import time


class A:
    def slow(self):
        time.sleep(0.01)
        return self

    def size(self):
        return 3


async def main():
    return A().slow().size() if A().slow() else None
