"""Results that requests wait for, in many frameworks."""
import asyncio
from aiohttp import web
from celery import group, shared_task
from celery.result import AsyncResult, GroupResult
from django.http import JsonResponse
from django.views import View
from fastapi import FastAPI
api = FastAPI()
@shared_task
def total(customer): ...
@api.get("/wait/{customer}")
def waited(customer: int):
    result = total.delay(customer)
    return {"total": result.wait(timeout=5)}  # CNC122
@api.get("/join")
async def joined():
    return await asyncio.to_thread(group(total.s(1), total.s(2))().join)  # CNC122
@api.get("/status/{task_id}")
def status(task_id: str):
    result = AsyncResult(task_id)
    if not result.ready():
        return {"status": result.status}
    return {"total": result.result}
class Totals(View):
    def get(self, request):
        return JsonResponse({"total": total.apply_async((1,)).get()})  # CNC122
async def handler(request):
    results = GroupResult.restore(request.query["id"])
    return web.json_response(results.join(timeout=3))  # CNC122
app = web.Application()
app.add_routes([web.get("/", handler)])
