"""`shutdown` waits for all running work unless told otherwise."""
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=4)


async def stop() -> None:
    pool.shutdown(cancel_futures=True)  # CNC106
