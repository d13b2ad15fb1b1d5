import json
import redis.asyncio as redis
client = redis.Redis(host="redis")
async def changed(key: str) -> None:
    await client.publish("changes", json.dumps({"key": key}))  # CNC302 CNC303
