"""The sync flavour is excluded by an early return to a thread; what is left is the async client."""
import asyncio
from typing import Union

import httpx


async def load(client: Union[httpx.Client, httpx.AsyncClient], url: str) -> str:
    if isinstance(client, httpx.Client):
        return (await asyncio.to_thread(client.get, url)).text
    reply = await client.get(url)
    return reply.text
