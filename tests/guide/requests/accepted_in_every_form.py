"""Every way to answer 202, and one that is forgotten."""
from http import HTTPStatus
from aiohttp import web
from celery import shared_task
from litestar import post
from litestar.status_codes import HTTP_202_ACCEPTED
from quart import Quart
from sanic import Sanic
from sanic.response import json as sanic_json
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
import tornado.web
quart = Quart(__name__)
sanic = Sanic("shop")
routes = web.RouteTableDef()
@shared_task
def build(number): ...
async def starlette_view(request):
    return JSONResponse({"task": build.delay(1).id}, 202)
async def starlette_bad(request):
    return JSONResponse({"task": build.delay(1).id})  # CNC121
app = Starlette(routes=[Route("/a", starlette_view, methods=["POST"]), Route("/b", starlette_bad, methods=["POST"])])
@routes.post("/aiohttp")
async def aiohttp_view(request):
    return web.json_response({"task": build.delay(1).id}, status=HTTPStatus.ACCEPTED)
@routes.post("/aiohttp-bad")
async def aiohttp_bad(request):
    return web.json_response({"task": build.delay(1).id})  # CNC121
@sanic.post("/sanic")
async def sanic_view(request):
    return sanic_json({"task": build.delay(1).id}, status=202)
@sanic.post("/sanic-bad")
async def sanic_bad(request):
    return sanic_json({"task": build.delay(1).id})  # CNC121
@post("/litestar", status_code=HTTP_202_ACCEPTED)
async def litestar_view() -> dict:
    return {"task": build.delay(1).id}
@post("/litestar-bad")
async def litestar_bad() -> dict:
    return {"task": build.delay(1).id}  # CNC121
@quart.post("/quart")
async def quart_view():
    return {"task": build.delay(1).id}, 202
@quart.post("/quart-bad")
async def quart_bad():
    return {"task": build.delay(1).id}, 200  # CNC121
class Reports(tornado.web.RequestHandler):
    def post(self):
        self.set_status(202)
        self.write({"task": build.delay(1).id})
    def put(self):
        self.write({"task": build.delay(1).id})  # CNC121
