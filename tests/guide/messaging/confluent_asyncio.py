"""Confluent's client for coroutines."""
import json
from confluent_kafka.aio import AIOProducer
producer = AIOProducer({"bootstrap.servers": "kafka:9092"})
async def placed(order):
    await producer.produce("orders", json.dumps({"id": order.id}).encode())  # CNC302 CNC303
