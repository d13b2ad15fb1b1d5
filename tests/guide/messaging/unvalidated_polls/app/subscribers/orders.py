"""Polls that believe what comes."""
import json
import boto3
import redis
from kafka import KafkaConsumer
sqs = boto3.client("sqs")
client = redis.Redis()
def ship(number): ...
def of_sqs():
    while True:
        answer = sqs.receive_message(QueueUrl="orders", WaitTimeSeconds=20)
        for message in answer.get("Messages", []):
            ship(json.loads(message["Body"])["id"])  # CNC307
            sqs.delete_message(QueueUrl="orders", ReceiptHandle=message["ReceiptHandle"])
def of_kafka():
    consumer = KafkaConsumer("orders", value_deserializer=lambda value: json.loads(value))  # CNC307
    for message in consumer:
        ship(message.value["id"])
def of_redis():
    for stream, entries in client.xreadgroup("shop", "one", {"orders": ">"}):
        for number, fields in entries:
            order = json.loads(fields[b"data"])  # CNC307
            ship(order["id"])
