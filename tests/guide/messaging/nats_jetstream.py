"""JetStream without headers."""
import nats
async def placed(event):
    client = await nats.connect("nats://nats:4222")
    stream = client.jetstream()
    await stream.publish("orders", event.SerializeToString())  # CNC303
