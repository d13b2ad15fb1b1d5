import asyncio

import httpx

from app.settings import get_settings


async def push(customer_id: int, text: str) -> None:
    async with httpx.AsyncClient(timeout=5) as client:
        response = await client.post(get_settings().push_url, json={"customer": customer_id, "text": text})
        response.raise_for_status()


def push_now(customer_id: int, text: str) -> None:
    """For callers without an event loop, such as tasks."""
    asyncio.run(push(customer_id, text))
