"""Long work in Starlette."""
import subprocess
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
async def convert(request):
    subprocess.run(["convert"])  # CNC120
    return PlainTextResponse("done")
app = Starlette(routes=[Route("/convert", convert)])
