"""`concurrent.futures.wait` stands until the given futures are done."""
from concurrent.futures import Future, wait


async def settle(futures: set[Future]) -> int:
    done, _pending = wait(futures)  # CNC106
    return len(done)
