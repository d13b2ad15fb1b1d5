from aiohttp import web
import redis
from keys import REDIS
from views import index


def init():
    app = web.Application()
    app[REDIS] = redis.Redis()
    app.add_routes([web.get("/", index)])
    return app
