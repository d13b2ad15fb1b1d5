"""Only `__call__` blocks; the coroutine builds the object and hands it to a thread."""
import asyncio
import time


class Warmup:
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        time.sleep(self.seconds)
        return self.seconds


async def boot() -> float:
    return await asyncio.to_thread(Warmup(2.0))
