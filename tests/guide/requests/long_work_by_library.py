"""Images, frames and archives in requests."""
import shutil
import pandas
from aiohttp import web
from django.http import HttpResponse
from django.views.generic import View
from flask import Flask
from PIL import Image
app = Flask(__name__)
@app.get("/frame")
def frame():
    return pandas.read_csv("orders.csv").to_json()  # CNC120
class Thumbnail(View):
    def get(self, request):
        Image.open("a.png").resize((10, 10)).save("b.png")  # CNC120
        return HttpResponse()
async def archive(request):
    shutil.make_archive("orders", "zip", "orders")  # CNC120
    return web.Response()
web_app = web.Application()
web_app.router.add_post("/archive", archive)
