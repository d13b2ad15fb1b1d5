from kafka import KafkaProducer
from opentelemetry.instrumentation.kafka import KafkaInstrumentor
from pydantic import BaseModel
KafkaInstrumentor().instrument()
class Charged(BaseModel):
    event_id: str
    cents: int
producer = KafkaProducer(value_serializer=lambda event: event.model_dump_json().encode())
def charged(event: Charged) -> None:
    producer.send("charges", event)
def refunded(cents: int) -> None:
    producer.send("refunds", cents)  # CNC304
