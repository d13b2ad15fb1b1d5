"""Each command of the synchronous Redis client is a round trip."""
from redis import Redis

r = Redis(host="cache")


async def cached_page(path: str) -> bytes:
    page = r.get(path)  # CNC105
    if page is None:
        page = b"<html></html>"
        r.setex(path, 60, page)  # CNC105
    return page
