"""The client traces by itself where it is told to."""
from google.cloud import pubsub_v1
from google.cloud.pubsub_v1.types import PublisherOptions
publisher = pubsub_v1.PublisherClient(publisher_options=PublisherOptions(enable_open_telemetry_tracing=True))
def placed(event):
    publisher.publish("projects/p/topics/orders", event.SerializeToString())
