"""The greenlet of `run_sync` runs on the loop's thread: database calls are awaited there, an HTTP request is not."""
import requests
from sqlalchemy.ext.asyncio import AsyncSession


async def enrich(session: AsyncSession) -> None:
    await session.run_sync(lambda s: requests.get("https://enrich.example.com"))  # CNC102
