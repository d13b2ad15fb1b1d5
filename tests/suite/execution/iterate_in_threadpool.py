"""The sync generator is created on the loop but advanced in the thread pool."""
from starlette.concurrency import iterate_in_threadpool


def records(path: str):
    with open(path) as source:
        for line in source:
            yield line.strip()


async def non_empty(path: str) -> int:
    count = 0
    async for record in iterate_in_threadpool(records(path)):
        count += bool(record)
    return count
