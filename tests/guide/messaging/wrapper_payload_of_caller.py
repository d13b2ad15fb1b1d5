"""A helper that publishes what its callers have made."""
import json
from kafka import KafkaProducer
from opentelemetry.propagate import inject
from pydantic import BaseModel
producer = KafkaProducer()
class OrderPlaced(BaseModel):
    id: int
def publish(topic, payload):
    carrier = {}
    inject(carrier)
    producer.send(topic, payload, headers=[(key, value.encode()) for key, value in carrier.items()])
def placed(number):
    publish("orders", OrderPlaced(id=number).model_dump_json().encode())
def returned(number):
    publish("returns", json.dumps({"id": number}).encode())  # CNC302
