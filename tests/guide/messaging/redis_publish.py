"""Redis has no headers: the envelope must carry the trace."""
import json
import redis
client = redis.Redis()
def placed(order):
    client.publish("orders", json.dumps({"id": order.id}))  # CNC302 CNC303
