"""What the `@contextmanager` function yields is the type of the `as` name: a sync client."""
from collections.abc import Iterator
from contextlib import contextmanager

import redis


@contextmanager
def cache(db: int) -> Iterator[redis.Redis]:
    yield redis.Redis(db=db)


async def evict(prefix: str) -> int:
    with cache(2) as client:
        return client.delete(prefix)  # CNC105
