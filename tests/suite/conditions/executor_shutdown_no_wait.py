"""`shutdown(wait=False)` returns at once."""
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

threads = ThreadPoolExecutor(max_workers=4)
processes = ProcessPoolExecutor(max_workers=2)


async def stop() -> None:
    threads.shutdown(wait=False)
    processes.shutdown(False)
