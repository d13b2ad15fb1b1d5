"""The optional import has a fallback to None, but where the library exists the call blocks."""
try:
    import redis
except ImportError:
    redis = None

cache = redis.Redis(host="cache") if redis is not None else None


async def remember(token: str, user_id: int) -> None:
    if cache is not None:
        cache.set(f"session:{token}", user_id)  # CNC105
