"""A model, and a trace."""
from kafka import KafkaProducer
from pydantic import BaseModel
from opentelemetry.propagate import inject
class Placed(BaseModel):
    id: int
producer = KafkaProducer(bootstrap_servers="kafka:9092")
def placed(order):
    carrier = {}
    inject(carrier)
    headers = [(name, value.encode()) for name, value in carrier.items()]
    producer.send("orders", Placed(id=order.id).model_dump_json().encode(), headers=headers)
