import anyio
import httpx
from fastapi import FastAPI
from app.tasks import render
api = FastAPI()
@api.post("/reports/{report_id}", status_code=202)
async def create(report_id: int, request_id: str):
    task = await anyio.to_thread.run_sync(render.delay, report_id, request_id)
    return {"task": task.id}
@api.get("/rates")
async def rates():
    async with httpx.AsyncClient(timeout=5) as client:
        return (await client.get("https://rates.example")).json()
