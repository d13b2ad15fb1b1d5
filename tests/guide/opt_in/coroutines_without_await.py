"""Coroutine handlers that wait for nothing, and some that need the loop."""
import asyncio
from fastapi import APIRouter, Depends, FastAPI, WebSocket
from litestar import get
from starlette.responses import PlainTextResponse
router = APIRouter()
app = FastAPI()
tasks = set()
def settings():
    return {}
@router.get("/version")
async def version(values: dict = Depends(settings)):  # CNC114
    return values
@get("/litestar")
async def litestar_view() -> str:  # CNC114
    return "ok"
@app.get("/started")
async def started():
    tasks.add(asyncio.create_task(asyncio.sleep(1)))
    return {}
@app.get("/loop")
async def loop():
    return {"time": asyncio.get_running_loop().time()}
@app.get("/awaits")
async def awaits():
    await asyncio.sleep(0)
    return {}
@app.get("/streams")
async def streams():
    async with asyncio.timeout(1):
        return PlainTextResponse("ok")
async def no_route():
    return 1
