"""The launcher instruments Kafka's client; for NATS there is nothing to instrument."""
from kafka import KafkaProducer
from nats.aio.client import Client
producer = KafkaProducer()
async def placed(client: Client, event):
    producer.send("orders", event.SerializeToString())
    await client.publish("orders", event.SerializeToString())  # CNC303
