"""Hands dead letters back to the subscriber, one by one, while somebody watches."""

import asyncio

from aiokafka import AIOKafkaConsumer

from app.services.notifications import Notifications
from app.settings import get_settings
from app.subscribers.orders import TOPIC, OrderPlaced, OrderSubscriber


def confirmed(event: OrderPlaced) -> bool:
    return input(f"replay order {event.order_id} of {event.email}? [y/N] ").lower() == "y"


async def replay() -> None:
    subscriber = OrderSubscriber(Notifications())
    consumer = AIOKafkaConsumer(f"{TOPIC}.dead", bootstrap_servers=get_settings().kafka_servers, group_id="replay")
    async with consumer:
        async for record in consumer:
            event = OrderPlaced.model_validate_json(record.value)
            if confirmed(event):
                await subscriber.handle(event)


def main() -> None:
    asyncio.run(replay())
