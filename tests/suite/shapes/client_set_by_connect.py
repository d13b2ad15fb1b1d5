"""A client is None in the constructor and set by a method that somebody calls later."""
import asyncio
from typing import Optional

from elasticsearch import AsyncElasticsearch, Elasticsearch


class Index:
    def __init__(self, url: str) -> None:
        self.url = url
        self.client = None
        self.other: Optional[AsyncElasticsearch] = None

    def connect(self) -> None:
        self.client = Elasticsearch(self.url)
        self.other = AsyncElasticsearch(self.url)

    async def find(self, text: str) -> dict:
        if self.client is None:
            self.connect()
        return self.client.search(index="texts", query={"match": {"text": text}})  # CNC105

    async def find_awaited(self, text: str) -> dict:
        return await self.other.search(index="texts", query={"match": {"text": text}})

    async def find_elsewhere(self, text: str) -> dict:
        return await asyncio.to_thread(self.client.search, index="texts")
