"""Other decoders, behind a function of one's own."""
import msgpack
import orjson
from google.cloud import pubsub_v1
def ship(number): ...
def decode(message):
    return orjson.loads(message.data)
def on_order(message):
    order = decode(message)  # CNC307
    ship(order["id"])
    message.ack()
def on_return(message):
    data = msgpack.unpackb(message.data)  # CNC307
    ship(data["id"])
subscriber = pubsub_v1.SubscriberClient()
subscriber.subscribe("projects/p/subscriptions/orders", callback=on_order)
subscriber.subscribe("projects/p/subscriptions/returns", on_return)
