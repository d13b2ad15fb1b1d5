"""Properties of a message for RabbitMQ."""
import json
import pika
from opentelemetry.propagate import inject
channel = pika.BlockingConnection(pika.ConnectionParameters("rabbit")).channel()
def named(event):
    headers = {}
    inject(headers)
    channel.basic_publish("", "orders", event.SerializeToString(), pika.BasicProperties(headers=headers))
def third(event, traceparent):
    properties = pika.BasicProperties("application/json", None, {"traceparent": traceparent})
    channel.basic_publish(exchange="", routing_key="orders", body=event.SerializeToString(), properties=properties)
def durable(event):
    channel.basic_publish("", "orders", event.SerializeToString(), properties=pika.BasicProperties(delivery_mode=2))  # CNC303
def other_headers(event):
    channel.basic_publish("", "orders", event.SerializeToString(), pika.BasicProperties(headers={"kind": "placed"}))  # CNC303
def bare(order):
    channel.basic_publish(exchange="", routing_key="orders", body=json.dumps({"id": order.id}))  # CNC302 CNC303
