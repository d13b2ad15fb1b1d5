"""Consumers that send on."""
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from faststream.kafka import KafkaBroker
from nats.aio.client import Client
from opentelemetry.propagate import extract, inject
from app.events import Placed
broker = KafkaBroker()
async def relay(producer: AIOKafkaProducer, headers):
    async for message in AIOKafkaConsumer("orders"):
        event = Placed.model_validate_json(message.value)
        await producer.send("shipments", event.model_dump_json().encode(), headers=headers)  # CNC308
async def relay_with_trace(producer: AIOKafkaProducer):
    async for message in AIOKafkaConsumer("orders"):
        context = extract(dict(message.headers))
        carrier = {}
        inject(carrier, context)
        event = Placed.model_validate_json(message.value)
        await producer.send("shipments", event.model_dump_json().encode(), headers=list(carrier.items()))
async def by_hand(client: Client):
    async def handle(message):
        parent = message.headers["traceparent"]
        await client.publish("shipments", message.data, headers={"traceparent": parent})
    await client.subscribe("orders", cb=handle)
def quiet(channel, method, properties, body):
    Placed.model_validate_json(body)
