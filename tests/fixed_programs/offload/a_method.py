# offload: asyncio anyio
import time


class A:
    def slow(self, *args, **more):
        time.sleep(0.01)
        return args, more


async def main():
    a, more = A(), {"k": 2}
    return a.slow(1, *[2, 3], **more)
