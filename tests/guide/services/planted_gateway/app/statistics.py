from confluent_kafka import Consumer
from app.models import Clicked
def count(counter):
    consumer = Consumer({"group.id": "statistics"})
    consumer.subscribe(["clicks"])  # CNC301
    while True:
        message = consumer.poll(1.0)
        if message is not None:
            counter[Clicked.model_validate_json(message.value()).page] += 1
