"""Clients that a class of unittest makes."""
import unittest
from google.cloud import pubsub_v1
from kafka import KafkaConsumer, KafkaProducer
class Orders(unittest.TestCase):
    def setUp(self):
        self.producer = KafkaProducer(bootstrap_servers=["localhost:9092"])  # CNC502
        self.subscriber = pubsub_v1.SubscriberClient()  # CNC502
    def test_orders(self):
        consumer = KafkaConsumer("orders", bootstrap_servers="localhost:9092")  # CNC502
        self.assertIsNotNone(consumer)
