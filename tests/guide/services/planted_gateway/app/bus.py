import json
from confluent_kafka import Producer
from opentelemetry.propagate import inject
producer = Producer({"bootstrap.servers": "kafka:9092"})
def send(topic, payload: bytes, headers=None):
    headers = {**(headers or {})}
    inject(headers)
    producer.produce(topic, payload, headers=headers)
def send_dict(topic, body: dict):
    producer.produce(topic, json.dumps(body).encode())  # CNC302 CNC303
