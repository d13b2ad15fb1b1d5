"""The field of a typed NamedTuple is a Redis client."""
from typing import NamedTuple

from redis import Redis


class Backends(NamedTuple):
    cache: Redis
    prefix: str


async def invalidate(backends: Backends, key: str) -> None:
    backends.cache.delete(backends.prefix + key)  # CNC105
