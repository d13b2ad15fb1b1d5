"""`time.sleep(0)` yields the processor and returns at once."""
import time


async def yield_to_threads() -> None:
    time.sleep(0)
