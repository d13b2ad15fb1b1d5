"""A callback of NATS that checks its message."""
import nats
from pydantic import BaseModel
class Order(BaseModel):
    id: int
async def ship(number): ...
async def on_order(message):
    order = Order.model_validate_json(message.data)
    await ship(order.id)
async def listen():
    client = await nats.connect("nats://nats:4222")
    await client.subscribe("orders", cb=on_order)
