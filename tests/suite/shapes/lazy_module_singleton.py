"""A singleton of the module is made on first use, behind a global statement."""
import boto3
import redis

_client = None
_cache: "redis.Redis | None" = None


def get_client():
    global _client
    if _client is None:
        _client = boto3.client("dynamodb")
    return _client


def get_cache() -> redis.Redis:
    global _cache
    if not _cache:
        _cache = redis.Redis()
    return _cache


async def item(key: str):
    return get_client().get_item(TableName="items", Key={"id": {"S": key}})  # CNC107


async def cached(key: str):
    cache = get_cache()
    return cache.get(key)  # CNC105


async def describe() -> str:
    return str(get_client().meta.region_name)
