from aiokafka import AIOKafkaConsumer
from app.messages import ParcelMoved
async def listen() -> None:
    consumer = AIOKafkaConsumer("parcels.moved", bootstrap_servers="kafka:9092", group_id="parcels")
    async with consumer:
        async for record in consumer:
            moved = ParcelMoved.model_validate_json(record.value)
            await notify(moved)
async def notify(moved: ParcelMoved) -> None: ...
