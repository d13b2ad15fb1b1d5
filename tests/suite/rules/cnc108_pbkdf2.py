"""A password hash with hundreds of thousands of rounds computes for a long moment."""
import hashlib
import os


async def make_hash(password: str) -> bytes:
    salt = os.urandom(16)
    return salt + hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)  # CNC108
