"""Items that hold asynchronous clients."""

from aiohttp import web, ClientSession
import redis.asyncio as redis


async def handler(request):
    value = await request.app["redis"].get("k")
    async with request.app["http"].get("https://x") as resp:
        return web.Response(text=await resp.text() + value)


async def on_startup(app):
    app["redis"] = redis.Redis()
    app["http"] = ClientSession()
