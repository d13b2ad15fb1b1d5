"""A project class `Redis` with the methods of the library keeps a dictionary."""


class Redis:
    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def set(self, key: str, value: str) -> None:
        self.values[key] = value


async def swap(redis: Redis, key: str, value: str) -> str | None:
    before = redis.get(key)
    redis.set(key, value)
    return before
