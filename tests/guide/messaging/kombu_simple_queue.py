"""A simple queue, and a producer of a pool."""
from kombu import Connection
from kombu.pools import producers
def simple(order):
    with Connection("amqp://rabbit") as connection:
        with connection.SimpleQueue("orders") as queue:
            queue.put({"id": order.id})  # CNC302 CNC303
def pooled(connection, event, traceparent):
    with producers[connection].acquire(block=True) as producer:
        producer.publish(event.model_dump(), routing_key="orders", headers={"traceparent": traceparent})
def produced(event):
    with Connection("amqp://rabbit") as connection:
        producer = connection.Producer()
        producer.publish(event.model_dump(mode="json"), exchange="", routing_key="orders")  # CNC303
