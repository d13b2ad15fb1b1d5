"""FastStream checks by the annotation."""
from faststream.kafka import KafkaBroker
from pydantic import BaseModel
broker = KafkaBroker("kafka:9092")
class Order(BaseModel):
    id: int
@broker.subscriber("orders")
async def on_order(order: Order):
    print(order.id)
