"""The receiver is built right here, so the blocking sibling with the same method is out of the question."""
import redis


class Counter:
    def bump(self) -> int:
        raise NotImplementedError


class RedisCounter(Counter):
    def __init__(self) -> None:
        self.client = redis.Redis()

    def bump(self) -> int:
        return self.client.incr("hits")


class LocalCounter(Counter):
    def __init__(self) -> None:
        self.value = 0

    def bump(self) -> int:
        self.value += 1
        return self.value


async def hit() -> int:
    counter = LocalCounter()
    return counter.bump()
