"""`client or default`: the caller's type is unknown, but the default is a blocking client."""
import httpx

default_client = httpx.Client(timeout=5)


class Geocoder:
    def __init__(self, client=None) -> None:
        self.client = client or default_client

    async def locate(self, address: str) -> dict:
        reply = self.client.get("https://geo.example.com", params={"q": address})  # CNC102
        return reply.json()
