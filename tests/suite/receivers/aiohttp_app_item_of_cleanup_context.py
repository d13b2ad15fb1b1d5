"""An item that a cleanup context sets."""

from aiohttp import web
import pymongo


async def mongo(app):
    app["mongo"] = pymongo.MongoClient()
    yield
    app["mongo"].close()


async def find(request):
    db = request.app["mongo"]["shop"]
    return web.json_response(db.items.find_one({}))  # CNC105


class Item(web.View):
    async def get(self):
        return web.json_response(self.request.app["mongo"].shop.items.find_one({}))  # CNC105


app = web.Application()
app.cleanup_ctx.append(mongo)
