from pathlib import Path

from .base import BlobStore


class DiskStore(BlobStore):
    def save(self, key: str, body: bytes) -> None:
        Path("/blobs", key).write_bytes(body)
