"""`httpx.stream` sends its request when the `with` block is entered."""
import httpx


async def content_length(url: str) -> int:
    with httpx.stream("GET", url) as reply:  # CNC102
        return int(reply.headers["Content-Length"])
