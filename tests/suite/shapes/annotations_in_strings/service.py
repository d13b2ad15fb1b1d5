"""Types are imported under TYPE_CHECKING only and written as strings, in optional and union forms."""
from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Union

if TYPE_CHECKING:
    from redis import Redis
    from redis.asyncio import Redis as AsyncRedis

    from .store import Store


class Service:
    store: Store
    backup: "Optional[Store]" = None

    def __init__(self, store: "Store", cache: Optional["Redis"] = None, other: "AsyncRedis | None" = None) -> None:
        self.store = store
        self.cache = cache
        self.other = other

    async def read(self, key: str) -> bytes | None:
        if self.cache:
            return self.cache.get(key)  # CNC105
        return self.store.load(key)  # CNC103

    async def read_backup(self, key: str) -> bytes | None:
        if self.backup is None:
            return None
        return self.backup.load(key)  # CNC103

    async def read_awaited(self, key: str) -> bytes | None:
        return await self.other.get(key)


async def either(source: Union["Store", "Redis"]) -> object:
    return source.name
