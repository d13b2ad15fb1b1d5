"""Consumers of RabbitMQ by three clients, none of them among the subscribers."""
import aio_pika
import pika
from faststream.rabbit import RabbitRouter
from kombu import Connection, Consumer, Queue
router = RabbitRouter()
def on_message(channel, method, properties, body): ...
async def handle(message): ...
def of_pika():
    channel = pika.BlockingConnection(pika.ConnectionParameters("rabbit")).channel()
    channel.basic_consume(queue="orders", on_message_callback=on_message)  # CNC301
    channel.start_consuming()
async def of_aio_pika():
    connection = await aio_pika.connect_robust("amqp://rabbit")
    channel = await connection.channel()
    queue = await channel.declare_queue("orders")
    await queue.consume(handle)  # CNC301
def of_kombu():
    with Connection("amqp://rabbit") as connection:
        with Consumer(connection, [Queue("orders")], callbacks=[print]):  # CNC301
            connection.drain_events()
@router.subscriber("orders")  # CNC301
async def of_faststream(message: str): ...
