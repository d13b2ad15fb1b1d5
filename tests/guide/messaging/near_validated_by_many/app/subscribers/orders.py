"""Ways to check what comes."""
import json
import jsonschema
import msgspec
import pika
from google.cloud import pubsub_v1
from pydantic import BaseModel, TypeAdapter
from app.orders_pb2 import OrderPlaced
ORDERS = TypeAdapter(list[int])
SCHEMA = {"type": "object"}
class Placed(BaseModel):
    id: int
class Struct(msgspec.Struct):
    id: int
def ship(number): ...
def by_stars(channel, method, properties, body):
    ship(Placed(**json.loads(body)).id)
def by_validate(channel, method, properties, body):
    data = json.loads(body)
    ship(Placed.model_validate(data).id)
def by_adapter(channel, method, properties, body):
    for number in ORDERS.validate_python(json.loads(body)):
        ship(number)
def by_schema(channel, method, properties, body):
    data = json.loads(body)
    jsonschema.validate(data, SCHEMA)
    ship(data["id"])
def by_struct(channel, method, properties, body):
    ship(msgspec.json.decode(body, type=Struct).id)
def by_protobuf(message):
    order = OrderPlaced()
    order.ParseFromString(message.data)
    ship(order.id)
    message.ack()
def start(channel: pika.channel.Channel):
    for callback in (by_stars, by_validate, by_adapter, by_schema, by_struct):
        channel.basic_consume("orders", callback)
    channel.basic_consume("a", by_stars)
    channel.basic_consume("b", by_validate)
    channel.basic_consume("c", by_adapter)
    channel.basic_consume("d", by_schema)
    channel.basic_consume("e", by_struct)
    pubsub_v1.SubscriberClient().subscribe("projects/p/subscriptions/orders", callback=by_protobuf)
