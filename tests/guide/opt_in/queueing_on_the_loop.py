"""Queueing in coroutines, and beside them."""
import asyncio
from asgiref.sync import sync_to_async
from celery import Celery, group
app = Celery("shop")
@app.task
def build(number): ...
async def direct(number):
    build.delay(number)  # CNC116
async def grouped(numbers):
    group(build.s(number) for number in numbers).apply_async()  # CNC116
async def offloaded(number):
    await asyncio.to_thread(build.delay, number)
    await sync_to_async(build.apply_async)((number,))
def plain(number):
    build.delay(number)
async def called(number):
    build(number)
