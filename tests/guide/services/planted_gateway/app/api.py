import json
from sanic import Sanic
from sanic.response import empty
from app.bus import send
from app.models import Clicked
app = Sanic("gateway")
@app.post("/clicks")
async def clicked(request):
    send("clicks", Clicked(**request.json).model_dump_json().encode())
    return empty(202)
@app.post("/views")
async def viewed(request):
    send("views", json.dumps({"page": request.json["page"]}).encode())  # CNC302 CNC304
    return empty(202)
