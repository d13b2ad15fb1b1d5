from collections.abc import Iterator
from contextlib import contextmanager

import redis

from app.settings import get_settings

client = redis.Redis.from_url(get_settings().redis_url)


@contextmanager
def exclusive(name: str) -> Iterator[None]:
    """One process at a time, over all replicas."""
    lock = client.lock(f"lock:{name}", timeout=30)
    lock.acquire()
    try:
        yield
    finally:
        lock.release()
