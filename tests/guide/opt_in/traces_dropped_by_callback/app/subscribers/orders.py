"""A callback that sends on by the channel that it is given."""
import pika
from app.events import Placed
def on_message(channel, method, properties, body):
    event = Placed.model_validate_json(body)
    channel.basic_publish("", "shipments", event.model_dump_json(), pika.BasicProperties(headers={"traceparent": new()}))  # CNC308
def new(): ...
def start():
    channel = pika.BlockingConnection().channel()
    channel.basic_consume("orders", on_message)
