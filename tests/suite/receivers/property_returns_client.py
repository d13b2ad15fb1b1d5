"""A lazy property builds the client at first use; the call on what it returns blocks."""
import httpx


class Weather:
    def __init__(self) -> None:
        self._client = None

    @property
    def client(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(base_url="https://weather.example.com")
        return self._client

    async def today(self, city: str) -> dict:
        return self.client.get(f"/{city}/today").json()  # CNC102
