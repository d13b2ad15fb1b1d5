import redis.asyncio as redis
from app.messages import Said
async def listen(client: redis.Redis) -> None:
    while True:
        for _, entries in await client.xreadgroup("chat", "one", {"rooms": ">"}, block=1000):
            for number, fields in entries:
                said = Said.model_validate_json(fields[b"data"])
                await deliver(said)
                await client.xack("rooms", "chat", number)
async def deliver(said: Said) -> None: ...
