"""A connection that the application keeps as an item, read from an untyped request."""

from aiohttp import web
import psycopg2


async def handler(request):
    conn = request.app["db"]
    cur = conn.cursor()
    cur.execute("select 1")  # CNC105
    return web.json_response(cur.fetchone())


def main():
    app = web.Application()
    app["db"] = psycopg2.connect("dsn")
    app.router.add_get("/", handler)
    return app
