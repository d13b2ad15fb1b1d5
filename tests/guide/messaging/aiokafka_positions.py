"""Headers are the sixth of aiokafka's arguments."""
from aiokafka import AIOKafkaProducer
async def send(producer: AIOKafkaProducer, event, parent: bytes):
    await producer.send("orders", event.SerializeToString(), None, None, None, [("traceparent", parent)])
    await producer.send_and_wait("orders", event.SerializeToString(), None, None, None, [("kind", b"placed")])  # CNC303
