"""`async_to_sync` only builds a wrapper here; a worker thread calls it."""
import asyncio

from asgiref.sync import async_to_sync


async def refresh(name: str) -> str:
    await asyncio.sleep(0)
    return name


refresh_sync = async_to_sync(refresh)


async def refresh_in_thread(name: str) -> str:
    return await asyncio.to_thread(refresh_sync, name)
