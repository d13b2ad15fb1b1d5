"""A document that has fallen behind."""
from celery import shared_task
from kafka import KafkaConsumer
@shared_task
def build(number): ...
def read():
    return KafkaConsumer("orders")  # CNC301
