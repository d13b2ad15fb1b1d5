"""A middleware that injects the trace."""
from faststream.kafka import KafkaBroker
from faststream.kafka.opentelemetry import KafkaTelemetryMiddleware
from pydantic import BaseModel
class OrderPlaced(BaseModel):
    id: int
broker = KafkaBroker("kafka:9092", middlewares=[KafkaTelemetryMiddleware()])
async def placed(number):
    await broker.publish(OrderPlaced(id=number), "orders")
