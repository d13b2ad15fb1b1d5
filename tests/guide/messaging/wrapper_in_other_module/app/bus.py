import json
from kafka import KafkaProducer
class Bus:
    def __init__(self, servers: str) -> None:
        self._producer = KafkaProducer(bootstrap_servers=servers)
    def publish(self, topic, payload, headers=None):
        self._producer.send(topic, value=payload, headers=headers)
    def publish_json(self, topic, body: dict, headers):
        self._producer.send(topic, value=json.dumps(body).encode(), headers=headers)  # CNC302
