"""Names of topics, queues, subjects and channels, each by its client."""
import aio_pika
import boto3
import pika
import redis
from aiokafka import AIOKafkaConsumer
from confluent_kafka import Consumer
from faststream.kafka import KafkaBroker
from nats.aio.client import Client
broker = KafkaBroker()
client = redis.Redis()
async def of_aiokafka():
    return AIOKafkaConsumer("a1", "known")  # CNC304
def of_confluent():
    consumer = Consumer({"group.id": "shop"})
    consumer.subscribe(["known", "c1"])  # CNC304
@broker.subscriber("f1")  # CNC304
async def of_faststream(message: int): ...
async def of_nats(connection: Client):
    await connection.subscribe("n1")  # CNC304
    await connection.subscribe("known")
def of_pika(callback):
    channel = pika.BlockingConnection().channel()
    channel.basic_consume("p1", callback)  # CNC304
    channel.basic_consume(queue="known", on_message_callback=callback)
def of_redis():
    client.xadd("r1", {"traceparent": "00"})  # CNC302 CNC304
    channel = client.pubsub()
    channel.subscribe("known")
