"""The inner coroutine uses the annotated parameter of the function around it."""
import redis


def make_handler(client: redis.Redis):
    async def handler(topic: str) -> int:
        return client.publish(topic, "tick")  # CNC105

    return handler
