"""`sleep` is asyncio's; the module also imports `time` for its clock."""
import time
from asyncio import sleep


async def timed_pause(seconds: float) -> float:
    before = time.perf_counter()
    await sleep(seconds)
    return time.perf_counter() - before
