"""What the producer is told to do with values decides."""
import json
from kafka import KafkaProducer
from pydantic import BaseModel
class OrderPlaced(BaseModel):
    id: int
raw = KafkaProducer(value_serializer=lambda value: json.dumps(value).encode("utf-8"))
typed = KafkaProducer(value_serializer=lambda value: value.model_dump_json().encode())
def with_dict(number, headers):
    raw.send("orders", {"id": number}, headers=headers)  # CNC302
def with_model(number, headers):
    raw.send("orders", OrderPlaced(id=number).model_dump(), headers=headers)
def with_typed(number, headers):
    typed.send("orders", OrderPlaced(id=number), headers=headers)
