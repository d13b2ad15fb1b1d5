"""The generated client takes messages in a request."""
from google.pubsub_v1 import PublisherClient
from google.pubsub_v1.types import PubsubMessage
client = PublisherClient()
def with_trace(event, traceparent):
    client.publish(topic="t", messages=[PubsubMessage(data=event.SerializeToString(), attributes={"traceparent": traceparent})])
def without(event):
    client.publish(topic="t", messages=[PubsubMessage(data=event.SerializeToString(), attributes={"kind": "placed"})])  # CNC303
