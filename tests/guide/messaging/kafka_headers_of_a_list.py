"""Headers as a list of pairs, with and without the trace."""
from kafka import KafkaProducer
producer = KafkaProducer(bootstrap_servers="kafka:9092")
KIND = ("kind", b"placed")
def literal(event, parent):
    producer.send("orders", event.SerializeToString(), headers=[KIND, ("traceparent", parent.encode())])
def bare(event):
    producer.send("orders", event.SerializeToString(), headers=[KIND, ("origin", b"shop")])  # CNC303
def appended(event, parent):
    headers = [KIND]
    headers.append(("traceparent", parent.encode()))
    producer.send("orders", event.SerializeToString(), headers=headers)
def positional(event):
    producer.send("orders", event.SerializeToString(), b"key", [KIND])  # CNC303
