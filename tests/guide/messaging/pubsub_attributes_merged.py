"""Attributes that are merged of two dicts."""
from google.cloud import pubsub_v1
from opentelemetry import propagate
publisher = pubsub_v1.PublisherClient()
BASE = {"origin": "shop"}
def by_stars(event):
    carrier = {}
    propagate.inject(carrier)
    publisher.publish("projects/p/topics/orders", event.SerializeToString(), **{**BASE, **carrier})
def by_bar(event):
    carrier = {}
    propagate.inject(carrier)
    publisher.publish("projects/p/topics/orders", event.SerializeToString(), **(BASE | carrier))
def bare_stars(event):
    publisher.publish("projects/p/topics/orders", event.SerializeToString(), **{**BASE, "kind": "placed"})  # CNC303
def bare_bar(event):
    publisher.publish("projects/p/topics/orders", event.SerializeToString(), **(BASE | {"kind": "placed"}))  # CNC303
