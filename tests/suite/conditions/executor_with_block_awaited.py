"""Leaving the `with` joins idle threads only: all work given to the pool was awaited inside."""
import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor


async def digest(password: bytes) -> bytes:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        return await loop.run_in_executor(pool, hashlib.pbkdf2_hmac, "sha256", password, b"salt", 600_000)
