"""The annotation is a string, which means the same class."""
import redis


class Deduplicator:
    async def seen(self, client: "redis.Redis", message_id: str) -> bool:
        return not client.setnx(message_id, 1)  # CNC105
