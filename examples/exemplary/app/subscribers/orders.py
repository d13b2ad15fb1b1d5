from aiokafka import AIOKafkaConsumer

from app.events import OrderPlaced


async def ship(order_id: int) -> None: ...


async def listen() -> None:
    consumer = AIOKafkaConsumer("orders", bootstrap_servers="kafka:9092")
    async for message in consumer:
        order = OrderPlaced.model_validate_json(message.value)
        await ship(order.order_id)
