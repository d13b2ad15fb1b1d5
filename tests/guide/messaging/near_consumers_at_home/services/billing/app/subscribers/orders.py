"""Consumers where they belong, in a repository of several services."""
from aiokafka import AIOKafkaConsumer
from faststream.nats import NatsBroker
from pydantic import BaseModel
broker = NatsBroker()
class Placed(BaseModel):
    id: int
@broker.subscriber("orders")
async def placed(message: Placed) -> None: ...
async def listen():
    async for message in AIOKafkaConsumer("orders"):
        await placed(Placed.model_validate_json(message.value))
