import threading
from concurrent.futures import ThreadPoolExecutor

import pandas

pool = ThreadPoolExecutor(max_workers=100)


def joined(frames):
    return pool.submit(pandas.concat, frames)


async def loaded(loop, paths):
    with ThreadPoolExecutor(4) as own:
        return [await loop.run_in_executor(own, path.read_bytes) for path in paths]


def notified(customers):
    for customer in customers:
        threading.Thread(target=customer.notify).start()
