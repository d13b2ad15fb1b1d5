"""A parameter is typed by a protocol that one class of the project meets without naming it."""
from typing import Protocol

import redis


class Cache(Protocol):
    def read(self, key: str) -> bytes | None: ...

    def local_size(self) -> int: ...


class RedisCache:
    def __init__(self) -> None:
        self._redis = redis.Redis()

    def read(self, key: str) -> bytes | None:
        return self._redis.get(key)

    def local_size(self) -> int:
        return 0


class Reader:
    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    async def read(self, key: str) -> bytes | None:
        return self._cache.read(key)  # CNC105

    async def size(self) -> int:
        return self._cache.local_size()


def make() -> Reader:
    return Reader(RedisCache())
