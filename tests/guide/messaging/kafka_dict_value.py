"""A dict as text for Kafka."""
import json
from kafka import KafkaProducer
class Events:
    def __init__(self):
        self.producer = KafkaProducer(bootstrap_servers="kafka:9092")
    def placed(self, order, headers):
        self.producer.send("orders", value=json.dumps({"id": order.id}).encode("utf-8"), headers=headers)  # CNC302
