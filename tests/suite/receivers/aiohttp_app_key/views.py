"""A typed key says what the item under it is."""

from aiohttp import web
from keys import REDIS


async def index(request: web.Request):
    n = request.app[REDIS].incr("n")  # CNC105
    return web.Response(text=str(n))
