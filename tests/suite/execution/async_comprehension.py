"""The element of an async comprehension is evaluated inline on the loop."""
import hashlib


async def digests(passwords) -> list[bytes]:
    return [hashlib.scrypt(p, salt=b"s", n=16384, r=8, p=1) async for p in passwords]  # CNC108
