"""Threads and processes that handlers leave behind, in several frameworks."""
import multiprocessing
import threading
import tornado.web
from flask.views import MethodView
from litestar import post
from starlette.endpoints import HTTPEndpoint
from starlette.responses import Response
def work(): ...
@post("/a")
async def litestar_view() -> None:
    threading.Thread(target=work, daemon=True).start()  # CNC123
class Endpoint(HTTPEndpoint):
    async def post(self, request):
        process = multiprocessing.Process(target=work)
        process.start()  # CNC123
        return Response()
class Handler(tornado.web.RequestHandler):
    def get(self):
        threading.Timer(5, work).start()  # CNC123
class View(MethodView):
    def post(self):
        worker = threading.Thread(target=work)
        worker.start()
        worker.join(1)
        return ""
