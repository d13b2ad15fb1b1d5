"""A text for NATS, without headers."""
import nats
async def placed(order):
    client = await nats.connect("nats://nats:4222")
    await client.publish("orders", f"{order.id}".encode())  # CNC302 CNC303
