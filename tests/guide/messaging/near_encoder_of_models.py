"""A function that encodes models."""
import json
from kafka import KafkaProducer
from pydantic import BaseModel
producer = KafkaProducer()
class Placed(BaseModel):
    id: int
def encode(event: BaseModel) -> bytes:
    return json.dumps(event.model_dump(mode="json")).encode()
def send(number, headers, outbox):
    producer.send("orders", encode(Placed(id=number)), headers=headers)
    producer.send("orders", outbox.payload, headers=headers)
    producer.send("orders", json.dumps(Placed(id=number).model_dump()).encode(), headers=headers)
