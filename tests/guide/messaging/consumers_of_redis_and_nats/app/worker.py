"""Consumers of Redis and NATS outside the folder."""
import nats
import redis.asyncio as redis
from nats.js import JetStreamContext
client = redis.Redis()
async def channels():
    async with client.pubsub() as channel:
        await channel.subscribe("orders")  # CNC301
        async for message in channel.listen():
            print(message["type"])
async def streams():
    while True:
        print(await client.xreadgroup("shop", "one", {"orders": ">"}, count=10))  # CNC301
async def pulled(stream: JetStreamContext):
    orders = await stream.pull_subscribe("orders", durable="shop")  # CNC301
    return await orders.fetch(10)
async def pushed():
    connection = await nats.connect("nats://nats:4222")
    await connection.subscribe("orders", queue="shop", cb=print)  # CNC301
