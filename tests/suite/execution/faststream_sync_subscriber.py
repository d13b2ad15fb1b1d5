"""FastStream runs a `def` subscriber in its thread pool."""
from faststream.kafka import KafkaBroker

import requests

broker = KafkaBroker("localhost:9092")


@broker.subscriber("orders")
def on_order(body: dict) -> None:
    requests.post("https://erp.example.com/orders", json=body)
