"""The trace travels in the payload."""
import redis
from pydantic import BaseModel
class OrderPlaced(BaseModel):
    id: int
    traceparent: str
class OrderReturned(BaseModel):
    id: int
client = redis.Redis(host="redis")
def placed(number, parent):
    client.publish("orders", OrderPlaced(id=number, traceparent=parent).model_dump_json())
def returned(number):
    client.publish("returns", OrderReturned(id=number).model_dump_json())  # CNC303
