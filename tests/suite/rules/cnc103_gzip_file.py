"""A compressed file is read and decompressed on the loop; `gzip.decompress` of bytes computes."""
import gzip


async def dump(path: str) -> bytes:
    with gzip.open(path) as handle:  # CNC103
        return handle.read()


async def body(received: bytes) -> bytes:
    return gzip.decompress(received)  # CNC108
