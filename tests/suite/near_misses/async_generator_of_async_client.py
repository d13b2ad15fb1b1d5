"""The async generator awaits each page; the consumer iterates it asynchronously."""
import httpx


async def pages(client: httpx.AsyncClient, url: str):
    while url:
        reply = await client.get(url)
        page = reply.json()
        yield page["items"]
        url = page["next"]


async def count(client: httpx.AsyncClient, url: str) -> int:
    return sum([len(items) async for items in pages(client, url)])
