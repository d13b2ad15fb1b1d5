"""What is awaited was a coroutine, so the unknown client cannot be the blocking flavour."""
import redis


class Store:
    def __init__(self, client) -> None:
        self.client = client or redis.asyncio.Redis()

    async def load(self, key: str) -> bytes:
        return await self.client.get(key)
