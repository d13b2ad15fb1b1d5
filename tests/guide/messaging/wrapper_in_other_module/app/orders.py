"""A class that wraps the client, in a module of its own."""
import json
from app.bus import Bus
from app.events import OrderPlaced
bus = Bus("kafka:9092")
def placed(number, trace):
    bus.publish("orders", OrderPlaced(id=number).model_dump_json().encode(), headers=trace)
    bus.publish("orders", json.dumps({"id": number}).encode(), headers=trace)  # CNC302
    bus.publish("orders", OrderPlaced(id=number).model_dump_json().encode())  # CNC303
