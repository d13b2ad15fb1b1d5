import redis.asyncio as redis
from opentelemetry.propagate import inject
from pydantic import BaseModel, Field
class Said(BaseModel):
    event_id: str
    room: str
    text: str
    trace: dict[str, str] = Field(default_factory=dict)
async def say(client: redis.Redis, message: Said) -> None:
    fields = {"data": message.model_dump_json()}
    inject(fields)
    await client.xadd("rooms", fields, maxlen=1000)
