"""Text for Confluent's client."""
import orjson
from confluent_kafka import Producer
from opentelemetry.propagate import inject
class Bus:
    def __init__(self, servers):
        self._producer = Producer({"bootstrap.servers": servers})
    def placed(self, order):
        headers = {}
        inject(headers)
        self._producer.produce("orders", value=orjson.dumps({"id": order.id}), headers=headers)  # CNC302
        self._producer.flush()
