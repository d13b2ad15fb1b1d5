import asyncio
import hashlib

import aiosqlite
import anyio
import httpx

jobs: asyncio.Queue = asyncio.Queue()
lock = asyncio.Lock()


async def pause():
    await asyncio.sleep(1)


async def rates():
    async with httpx.AsyncClient(timeout=5) as client:
        return (await client.get("https://rates.example")).json()


async def settings():
    return await anyio.Path("settings.json").read_text()


async def customers():
    async with aiosqlite.connect("shop.db") as connection:
        return await connection.execute_fetchall("select * from customers")


async def job():
    return await jobs.get()


async def key(password: bytes):
    return await anyio.to_thread.run_sync(hashlib.pbkdf2_hmac, "sha256", password, b"salt", 600_000)


async def exclusive(work):
    async with lock:
        await work()
