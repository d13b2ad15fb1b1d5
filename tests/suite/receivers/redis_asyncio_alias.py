"""`redis.asyncio` under the name `redis` is the async client; its pipeline is awaited too."""
import redis.asyncio as redis

client = redis.Redis(host="cache")


async def touch(key: str) -> None:
    async with client.pipeline() as pipe:
        pipe.incr(key)
        pipe.expire(key, 60)
        await pipe.execute()
    await client.publish("touched", key)
