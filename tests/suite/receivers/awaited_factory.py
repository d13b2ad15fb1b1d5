"""An async factory returns a synchronous client; awaiting the factory does not make the client async."""
import redis


async def connect(url: str) -> redis.Redis:
    return redis.from_url(url)


async def visits(url: str) -> int:
    client = await connect(url)
    return int(client.get("visits"))  # CNC105
