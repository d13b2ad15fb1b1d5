"""Sanic calls `def` handlers inline on its loop."""
from sanic import Sanic, text

import requests

app = Sanic("proxy")


@app.get("/proxy")
def proxy(request):
    return text(requests.get(request.args.get("url")).text)  # CNC102
