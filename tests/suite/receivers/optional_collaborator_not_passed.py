"""The cache is made without its optional backend, so that nothing is asked over the network; the other one has it."""
from typing import Optional

import redis


class TieredCache:
    def __init__(self, backend: Optional[redis.Redis] = None) -> None:
        self.local: dict[str, bytes] = {}
        self.backend = backend

    def get(self, key: str) -> Optional[bytes]:
        if self.backend is not None:
            return self.backend.get(key)
        return self.local.get(key)


tokens = TieredCache()
pages = TieredCache(redis.Redis())


async def token(user_id: str) -> Optional[bytes]:
    return tokens.get(user_id)


async def page(path: str) -> Optional[bytes]:
    return pages.get(path)  # CNC105
