from aiokafka import AIOKafkaProducer
from opentelemetry.propagate import inject
from pydantic import BaseModel


class OrderPlaced(BaseModel):
    event_id: str
    order_id: int


async def publish(producer: AIOKafkaProducer, event: OrderPlaced) -> None:
    carrier: dict[str, str] = {}
    inject(carrier)
    headers = [(name, value.encode()) for name, value in carrier.items()]
    await producer.send_and_wait("orders", event.model_dump_json().encode(), headers=headers)
