import redis


def make(url: str) -> redis.Redis:
    return redis.Redis.from_url(url)
