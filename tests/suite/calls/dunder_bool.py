"""Testing the object's truth runs `__bool__`, which pings the server."""
import redis


class CacheHandle:
    def __init__(self, url: str) -> None:
        self.client = redis.from_url(url)

    def __bool__(self) -> bool:
        return self.client.ping()


async def mode(handle: CacheHandle) -> str:
    if handle:  # CNC105
        return "cached"
    return "direct"
