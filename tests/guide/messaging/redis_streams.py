"""Streams have no headers: the trace is a field."""
import redis.asyncio as redis
from opentelemetry.propagate import inject
from pydantic import BaseModel
class OrderPlaced(BaseModel):
    id: int
client = redis.Redis(host="redis")
async def fields(number):
    await client.xadd("orders", {"id": number})  # CNC302 CNC303
async def model(number):
    await client.xadd("orders", {"data": OrderPlaced(id=number).model_dump_json()})  # CNC303
async def traced(number):
    carrier = {}
    inject(carrier)
    await client.xadd("orders", {"data": OrderPlaced(id=number).model_dump_json(), **carrier})
