"""A pull beside other code."""
from google.cloud import pubsub_v1
def pull():
    with pubsub_v1.SubscriberClient() as client:
        return client.pull(request={"subscription": "projects/p/subscriptions/s", "max_messages": 1})  # CNC301
