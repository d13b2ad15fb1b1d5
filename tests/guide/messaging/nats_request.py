"""A request is a message, too."""
import json
import nats
async def rate(order):
    client = await nats.connect("nats://nats:4222")
    answer = await client.request("rates", json.dumps({"id": order.id}).encode(), timeout=2)  # CNC302 CNC303
    await client.drain()
    return answer
