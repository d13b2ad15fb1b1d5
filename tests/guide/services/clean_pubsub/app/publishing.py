"""Google Pub/Sub with protobuf and attributes that carry the trace."""
from google.cloud import pubsub_v1
from opentelemetry.propagate import inject
publisher = pubsub_v1.PublisherClient()
def publish(topic: str, event) -> None:
    attributes: dict[str, str] = {}
    inject(attributes)
    publisher.publish(topic, event.SerializeToString(), **attributes)
