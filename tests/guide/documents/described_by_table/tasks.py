"""A task and a topic with entries in a table."""
from celery import shared_task
from kafka import KafkaProducer
producer = KafkaProducer()
@shared_task
def build(number): ...
def placed(event, headers):
    producer.send("orders", event.SerializeToString(), headers=headers)
    producer.send("returns", event.SerializeToString(), headers=headers)  # CNC304
