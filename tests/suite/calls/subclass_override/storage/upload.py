"""The declared type is the harmless base class, but a subclass in production overrides the method and writes."""
from .base import BlobStore


async def receive(store: BlobStore, key: str, body: bytes) -> None:
    store.save(key, body)  # CNC103
