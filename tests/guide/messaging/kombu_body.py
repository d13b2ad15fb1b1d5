"""A dict for kombu."""
from kombu import Connection, Producer
def placed(order, headers):
    with Connection("amqp://rabbit//") as connection:
        producer = Producer(connection)
        producer.publish({"id": order.id}, routing_key="orders", headers=headers)  # CNC302
