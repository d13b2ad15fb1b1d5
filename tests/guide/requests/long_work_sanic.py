"""Long work in Sanic."""
import subprocess
from sanic import Sanic
from sanic.response import json
app = Sanic("app")
@app.post("/convert")
async def convert(request):
    subprocess.run(["convert"])  # CNC120
    return json({})
