"""A compatibility module hides which sync client is used; both candidates block on `post`."""
from .compat import HttpClient


async def upload(point: dict) -> None:
    with HttpClient() as client:
        client.post("https://gps.example.com/points", json=point)  # CNC102
