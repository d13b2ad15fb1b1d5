import json
from confluent_kafka import Consumer
def store(page): ...
def listen():
    consumer = Consumer({"group.id": "gateway"})
    consumer.subscribe(["clicks"])
    for message in consumer.consume(10):
        click = json.loads(message.value())  # CNC307
        store(click["page"])
