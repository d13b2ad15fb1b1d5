"""`submit` hands the function to a pool, and the coroutine awaits the wrapped future."""
import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

pool = ThreadPoolExecutor(max_workers=4)


def checksum(path: str) -> int:
    return sum(Path(path).read_bytes())


async def verify(path: str, expected: int) -> bool:
    future = pool.submit(checksum, path)
    return await asyncio.wrap_future(future) == expected
