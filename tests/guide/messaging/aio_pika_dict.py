"""A dict as text for RabbitMQ."""
import json
import aio_pika
async def placed(order, headers):
    connection = await aio_pika.connect_robust("amqp://rabbit/")
    channel = await connection.channel()
    message = aio_pika.Message(body=json.dumps({"id": order.id}).encode(), headers=headers)
    await channel.default_exchange.publish(message, routing_key="orders")  # CNC302
