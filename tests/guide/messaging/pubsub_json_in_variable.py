"""The payload is made in steps."""
import json
from google.cloud import pubsub_v1
publisher = pubsub_v1.PublisherClient()
def placed(order, attributes):
    body = {"id": order.id, "total": str(order.total)}
    text = json.dumps(body)
    data = text.encode("utf-8")
    future = publisher.publish("projects/p/topics/orders", data, **attributes)  # CNC302
    return future.result(timeout=5)
