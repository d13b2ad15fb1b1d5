"""The message is made before it is published."""
import aio_pika
async def send(event, traceparent):
    connection = await aio_pika.connect_robust("amqp://rabbit")
    async with connection:
        channel = await connection.channel()
        exchange = await channel.declare_exchange("orders")
        traced = aio_pika.Message(event.model_dump_json().encode(), headers={"traceparent": traceparent})
        await exchange.publish(traced, routing_key="placed")
        bare = aio_pika.Message(body=event.model_dump_json().encode(), delivery_mode=2)
        await exchange.publish(bare, routing_key="placed")  # CNC303
