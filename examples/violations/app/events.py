import json

from kafka import KafkaConsumer, KafkaProducer

producer = KafkaProducer(bootstrap_servers="kafka:9092")


def placed(order_id):
    producer.send("orders", json.dumps({"id": order_id}).encode())


def listen(ship):
    for message in KafkaConsumer("orders", bootstrap_servers="kafka:9092"):
        order = json.loads(message.value)
        ship(order["id"])
