"""A method is async by name only: it calls its sync twin of the same class, directly or by super."""
import asyncio

import chromadb


class Store:
    def __init__(self) -> None:
        self.collection = chromadb.PersistentClient("/data").get_or_create_collection("texts")

    def upsert(self, texts: list[str]) -> None:
        self.collection.upsert(ids=texts, documents=texts)

    def exists(self, text: str) -> bool:
        return bool(self.collection.get(ids=[text])["ids"])

    async def async_upsert(self, texts: list[str]) -> None:
        self.upsert(texts)  # CNC105

    async def async_exists(self, text: str) -> bool:
        return await asyncio.to_thread(self.exists, text)


class Cached(Store):
    async def async_exists(self, text: str) -> bool:
        return super().exists(text)  # CNC105

    async def async_upsert(self, texts: list[str]) -> None:
        await super().async_upsert(texts)
