"""The parameter has no annotation, but its default is a module-level Redis client."""
import redis

CACHE = redis.Redis()


async def remember_search(term: str, cache=CACHE) -> None:
    cache.lpush("searches", term)  # CNC105
