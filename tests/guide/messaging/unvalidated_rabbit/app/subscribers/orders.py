"""Callbacks for RabbitMQ that believe what comes."""
import json
import aio_pika
import pika
def ship(number): ...
def on_message(channel, method, properties, body):
    order = json.loads(body.decode())  # CNC307
    ship(order["id"])
    channel.basic_ack(delivery_tag=method.delivery_tag)
def start():
    channel = pika.BlockingConnection().channel()
    channel.basic_consume(queue="orders", on_message_callback=on_message)
async def listen():
    connection = await aio_pika.connect_robust("amqp://rabbit")
    queue = await (await connection.channel()).declare_queue("orders")
    async with queue.iterator() as messages:
        async for message in messages:
            async with message.process():
                order = json.loads(message.body)  # CNC307
                ship(order["id"])
