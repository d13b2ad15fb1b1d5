"""A comprehension iterates the generator inline, and each step waits for a Redis answer."""
import redis

queue = redis.Redis()


def drain(name: str):
    while (item := queue.lpop(name)) is not None:
        yield item


async def flush(name: str) -> list[bytes]:
    return [item for item in drain(name)]  # CNC105
