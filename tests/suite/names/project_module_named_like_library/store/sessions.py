"""`from store import redis` is the project's own dictionary-backed module, not the client library."""
from store import redis


async def session_user(token: str) -> str:
    return redis.get(f"session:{token}")
