"""Item assignment runs `__setitem__`, which stores the value in Redis."""
import redis


class RemoteDict:
    def __init__(self) -> None:
        self.client = redis.Redis(db=3)

    def __setitem__(self, key: str, value: str) -> None:
        self.client.set(key, value)


async def mark_seen(message_id: str) -> None:
    seen = RemoteDict()
    seen[message_id] = "1"  # CNC105
