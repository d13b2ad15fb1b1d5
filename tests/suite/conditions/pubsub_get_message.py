"""`get_message` without a timeout polls the subscription and returns None at once."""
import redis

subscription = redis.Redis().pubsub()


async def poll() -> dict | None:
    return subscription.get_message()
