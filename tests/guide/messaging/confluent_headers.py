"""Headers of confluent-kafka stand last."""
from confluent_kafka import Producer
producer = Producer({"bootstrap.servers": "kafka:9092"})
def placed(event, trace):
    producer.produce("orders", event.SerializeToString(), headers={"kind": "placed"})  # CNC303
    producer.produce("orders", event.SerializeToString(), headers={"traceparent": trace})
