"""A client of either kind: where the result is asked whether it is a coroutine, it is awaited on a loop."""
import asyncio

import httpx


async def send(client: httpx.Client | httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
    result = client.send(request)
    if asyncio.iscoroutine(result):
        return await result
    return result
