"""A serialiser of the registry, called by hand."""
from confluent_kafka import Producer
from confluent_kafka.serialization import MessageField, SerializationContext
from confluent_kafka.schema_registry.protobuf import ProtobufSerializer
producer = Producer({"bootstrap.servers": "kafka:9092"})
def placed(order, registry, headers):
    serializer = ProtobufSerializer(type(order), registry, {"use.deprecated.format": False})
    producer.produce("orders", serializer(order, SerializationContext("orders", MessageField.VALUE)), headers=headers)
