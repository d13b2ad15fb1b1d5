"""Compressing and decompressing whole bodies is computation on the loop."""
import gzip
import zlib


async def recompress(body: bytes) -> bytes:
    plain = gzip.decompress(body)  # CNC108
    return zlib.compress(plain, level=9)  # CNC108
