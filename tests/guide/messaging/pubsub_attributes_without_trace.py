"""Attributes, and no trace among them."""
from google.cloud import pubsub_v1
publisher = pubsub_v1.PublisherClient()
def placed(event):
    publisher.publish("projects/p/topics/orders", event.SerializeToString(), origin="shop", kind="placed")  # CNC303
