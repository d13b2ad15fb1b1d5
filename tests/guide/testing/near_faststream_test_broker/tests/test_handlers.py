"""A broker in memory."""
from faststream.kafka import KafkaBroker, TestKafkaBroker
broker = KafkaBroker("localhost:9092")
async def test_handler():
    async with TestKafkaBroker(broker) as test:
        await test.publish("1", "orders")
