"""An aiohttp service that waits for nothing but its loop."""
from aiohttp import ClientSession, web
async def rates(request):
    async with ClientSession() as session, session.get("https://rates.example") as response:
        return web.json_response(await response.json())
app = web.Application()
app.router.add_get("/rates", rates)
