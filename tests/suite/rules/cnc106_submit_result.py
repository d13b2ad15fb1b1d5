"""The work runs in a pool, but asking for its result in the same breath waits for it on the loop."""
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=2)


def resample(path: str) -> str:
    time.sleep(1)
    return path + ".wav"


async def prepare(path: str) -> str:
    return pool.submit(resample, path).result()  # CNC106
