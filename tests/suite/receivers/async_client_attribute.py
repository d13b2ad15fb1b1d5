"""The attribute holds `httpx.AsyncClient`; its calls are awaited, also through gather."""
import asyncio

import httpx


class Prices:
    def __init__(self) -> None:
        self.client = httpx.AsyncClient(base_url="https://prices.example.com")

    async def pair(self, left: str, right: str) -> list:
        replies = await asyncio.gather(self.client.get(left), self.client.get(right))
        return [reply.json() for reply in replies]
