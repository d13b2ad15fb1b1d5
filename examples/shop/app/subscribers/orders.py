import asyncio
import logging

from aiokafka import AIOKafkaConsumer
from pydantic import BaseModel

from app.services.notifications import Notifications
from app.services.stock import stock
from app.settings import get_settings

TOPIC = "orders.placed"

logger = logging.getLogger(__name__)


class OrderPlaced(BaseModel):
    event_id: str
    order_id: int
    customer_id: int
    email: str
    sku: str


class OrderSubscriber:
    def __init__(self, notifications: Notifications) -> None:
        self._notifications = notifications
        self._seen: set[str] = set()

    async def run(self) -> None:
        consumer = AIOKafkaConsumer(TOPIC, bootstrap_servers=get_settings().kafka_servers, group_id="shop")
        async with consumer:
            async for record in consumer:
                await self.handle(OrderPlaced.model_validate_json(record.value))

    async def handle(self, event: OrderPlaced) -> None:
        if event.event_id in self._seen:
            return
        if not await stock.reserve(event.sku, event.order_id):
            logger.warning("order %d: %s is out of stock", event.order_id, event.sku)
            return
        self._notifications.order_placed(event.customer_id, event.email, event.order_id)
        self._seen.add(event.event_id)


def main() -> None:
    asyncio.run(OrderSubscriber(Notifications()).run())
