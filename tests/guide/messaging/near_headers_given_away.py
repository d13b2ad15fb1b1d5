"""Headers that something else completes before they are sent."""
from kafka import KafkaProducer
from tracing_of_the_house import complete
from opentelemetry import propagate
from opentelemetry.propagators.b3 import B3MultiFormat
producer = KafkaProducer()
def add_trace(headers):
    propagate.inject(headers)
def by_helper(event):
    headers = {"kind": "placed"}
    add_trace(headers)
    producer.send("orders", event.SerializeToString(), headers=headers)
def by_library(event):
    headers = {"kind": "returned"}
    complete(headers)
    producer.send("orders", event.SerializeToString(), headers=headers)
def by_propagator(event):
    headers = {"kind": "lost"}
    B3MultiFormat().inject(headers)
    producer.send("orders", event.SerializeToString(), headers=headers)
