"""Filling a pipeline sends nothing; the thread that executes it does the I/O."""
import asyncio

import redis

r = redis.Redis()


async def record(user: str, page: str) -> None:
    pipe = r.pipeline()
    pipe.hset(f"user:{user}", "last", page)
    pipe.expire(f"user:{user}", 900)
    await asyncio.to_thread(pipe.execute)
