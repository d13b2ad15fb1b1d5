"""A topic of the cloud."""
from google.cloud import pubsub_v1
def test_topic():
    publisher = pubsub_v1.PublisherClient()  # CNC502
    publisher.publish("projects/p/topics/t", b"x")
