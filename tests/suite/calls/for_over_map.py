"""The loop drives `map`, so the function runs at each step."""
import hashlib


def stretch(password: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 400_000)


async def stretch_all(passwords: list[bytes]) -> list[bytes]:
    stretched = []
    for digest in map(stretch, passwords):  # CNC108
        stretched.append(digest)
    return stretched
