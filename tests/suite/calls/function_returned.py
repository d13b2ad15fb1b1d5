"""One function returns another; calling the result blocks."""
import hashlib


def strong(password: bytes) -> bytes:
    return hashlib.scrypt(password, salt=b"pepper", n=2**14, r=8, p=1)


def hasher_for(policy: str):
    if policy == "strong":
        return strong
    return bytes


async def digest(policy: str, password: bytes) -> bytes:
    return hasher_for(policy)(password)  # CNC108
