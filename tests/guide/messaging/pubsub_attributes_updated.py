"""Attributes that `update` completes, and others that it does not."""
from google.cloud import pubsub_v1
from opentelemetry.propagate import inject
publisher = pubsub_v1.PublisherClient()
def traced(event):
    attributes = {"kind": "placed"}
    carrier = {}
    inject(carrier)
    attributes.update(carrier)
    publisher.publish("projects/p/topics/orders", event.SerializeToString(), **attributes)
def untraced(event):
    attributes = {"kind": "placed"}
    attributes.update({"origin": "shop"})
    publisher.publish("projects/p/topics/orders", event.SerializeToString(), **attributes)  # CNC303
