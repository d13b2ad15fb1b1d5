"""A process pool created at module level runs the key derivation in another process."""
import asyncio
import hashlib
from concurrent.futures import ProcessPoolExecutor

pool = ProcessPoolExecutor(max_workers=2)


def derive(password: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", password, salt, 500_000)


async def login(password: bytes, salt: bytes, expected: bytes) -> bool:
    return await asyncio.get_running_loop().run_in_executor(pool, derive, password, salt) == expected
