"""FastStream's brokers: what is published, and which headers."""
from faststream.kafka import KafkaBroker
from faststream.nats import NatsBroker
from faststream.rabbit import RabbitBroker
from pydantic import BaseModel
class OrderPlaced(BaseModel):
    id: int
kafka = KafkaBroker("kafka:9092")
rabbit = RabbitBroker("amqp://rabbit")
nats = NatsBroker("nats://nats:4222")
async def placed(number, traceparent):
    await kafka.publish({"id": number}, "orders")  # CNC302 CNC303
    await rabbit.publish({"id": number}, queue="orders", headers={"traceparent": traceparent})  # CNC302
    await nats.publish(OrderPlaced(id=number), subject="orders", headers={"kind": "placed"})  # CNC303
    await nats.publish(OrderPlaced(id=number), subject="orders", headers={"traceparent": traceparent})
