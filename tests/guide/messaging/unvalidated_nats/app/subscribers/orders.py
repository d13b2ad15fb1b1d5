"""A callback of NATS that believes its message."""
import json
import nats
async def ship(number): ...
async def on_order(message):
    order = json.loads(message.data.decode())  # CNC307
    await ship(order["id"])
async def listen():
    client = await nats.connect("nats://nats:4222")
    await client.subscribe("orders", cb=on_order)
