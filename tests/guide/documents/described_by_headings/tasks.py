"""A task and a topic with headings of their own."""
from celery import shared_task
from kafka import KafkaProducer
producer = KafkaProducer()
@shared_task
def build(number): ...
@shared_task
def drop(number): ...  # CNC304
def placed(event, headers):
    producer.send("orders", event.SerializeToString(), headers=headers)
