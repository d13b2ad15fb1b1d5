"""Calling the object runs `__call__`, which hashes a password with PBKDF2."""
import hashlib


class Hasher:
    rounds = 600_000

    def __call__(self, password: str, salt: bytes) -> bytes:
        return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, self.rounds)


hash_password = Hasher()


async def register(name: str, password: str) -> dict:
    return {"name": name, "digest": hash_password(password, name.encode())}  # CNC108
