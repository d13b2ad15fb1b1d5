"""A child process and an asynchronous pool call run elsewhere."""
import time
from multiprocessing import Process
from multiprocessing.pool import Pool


def simulate(seed: int) -> int:
    time.sleep(seed % 3)
    return seed * seed


def describe(worker: Process) -> str:
    return worker.name


async def fan_out(pool: Pool, seeds: list[int]) -> str:
    pool.apply_async(simulate, (seeds[0],))
    pool.map_async(simulate, seeds[1:])
    return describe(Process(target=simulate, args=(0,)))
