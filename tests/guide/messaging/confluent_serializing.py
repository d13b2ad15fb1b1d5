"""A producer with a serialiser of the registry."""
from confluent_kafka import SerializingProducer
from confluent_kafka.schema_registry.avro import AvroSerializer
def start(registry, schema):
    return SerializingProducer({"bootstrap.servers": "kafka", "value.serializer": AvroSerializer(registry, schema)})
def placed(order, registry, schema):
    producer = start(registry, schema)
    producer.produce("orders", order.id, {"id": order.id})  # CNC303
