"""A broker at a fixed address."""
from confluent_kafka import Consumer
def test_events():
    consumer = Consumer({"bootstrap.servers": "kafka.staging:9092", "group.id": "test"})  # CNC502
    consumer.close()
