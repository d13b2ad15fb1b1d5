"""Clients of brokers: connecting and waiting block; queueing a message, and looking without waiting, do not."""
from confluent_kafka import Consumer, Producer
from kafka import KafkaProducer
from pika import BlockingConnection


async def publish(producer: Producer, payload: bytes) -> None:
    producer.produce("orders", payload)
    producer.poll(0)
    producer.flush()  # CNC107


async def consume(consumer: Consumer) -> object:
    consumer.poll(0)
    return consumer.poll(1.0)  # CNC107


async def legacy(payload: bytes) -> None:
    producer = KafkaProducer()  # CNC107
    producer.send("orders", payload)  # CNC107


async def rabbit(payload: bytes) -> None:
    channel = BlockingConnection().channel()  # CNC107
    channel.basic_publish("", "orders", payload)  # CNC107
