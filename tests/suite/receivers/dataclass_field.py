"""The annotation of a dataclass field types the attribute."""
import redis
from dataclasses import dataclass


@dataclass
class RateLimiter:
    client: redis.Redis
    limit: int = 100

    async def allow(self, key: str) -> bool:
        return self.client.incr(key) <= self.limit  # CNC105
