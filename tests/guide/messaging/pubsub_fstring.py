"""An f-string for Pub/Sub."""
from google.cloud import pubsub_v1
from opentelemetry.propagate import inject
publisher = pubsub_v1.PublisherClient()
def placed(order):
    attributes = {}
    inject(attributes)
    publisher.publish("orders", f"{order.id}".encode(), **attributes)  # CNC302
