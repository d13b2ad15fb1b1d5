"""`getattr` with a constant name is plain attribute access; the call is a blocking PUT."""
import requests


async def publish_page(url: str, body: bytes) -> int:
    return getattr(requests, "put")(url, data=body).status_code  # CNC102
