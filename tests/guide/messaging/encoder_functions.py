"""Functions that encode what has no schema."""
import json
import msgpack
from kafka import KafkaProducer
producer = KafkaProducer()
def encode(body) -> bytes:
    return json.dumps(body, default=str).encode("utf-8")
def build(number):
    return {"id": number, "kind": "placed"}
def send(number, headers):
    producer.send("orders", encode({"id": number}), headers=headers)  # CNC302
    producer.send("orders", encode(build(number)), headers=headers)  # CNC302
    producer.send("orders", msgpack.packb({"id": number}), headers=headers)  # CNC302
    producer.send("orders", str(number).encode(), headers=headers)  # CNC302
