"""A NATS subscriber that checks what it reads."""
import nats
from pydantic import BaseModel
class Order(BaseModel):
    id: int
async def handle(order: Order) -> None: ...
async def on_message(message) -> None:
    await handle(Order.model_validate_json(message.data))
async def main() -> None:
    client = await nats.connect("nats://nats:4222")
    await client.subscribe(subject(), cb=on_message)
def subject() -> str:
    return "orders." + region()
def region() -> str: ...
