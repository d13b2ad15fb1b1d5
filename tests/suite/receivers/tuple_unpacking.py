"""A function returns a pair, and unpacking gives each name its own type."""
import redis


def open_cache(url: str) -> tuple[redis.Redis, str]:
    return redis.Redis.from_url(url), "v2:"


async def read_flag(url: str, flag: str) -> bytes:
    client, prefix = open_cache(url)
    return client.get(prefix + flag)  # CNC105
