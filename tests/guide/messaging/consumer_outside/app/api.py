"""A consumer beside the API, and one where it belongs."""
from kafka import KafkaConsumer
def listen():
    return list(KafkaConsumer("orders"))  # CNC301
