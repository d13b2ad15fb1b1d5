import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

import pandas

from app.settings import WORKERS

threads = ThreadPoolExecutor(max_workers=WORKERS)
processes = ProcessPoolExecutor()


async def joined(frames):
    return await asyncio.get_running_loop().run_in_executor(processes, pandas.concat, frames)


def notified(customers):
    return [threads.submit(customer.notify) for customer in customers]
