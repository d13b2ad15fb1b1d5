"""A decorator in between runs the coroutine."""

from asgiref.sync import async_to_sync
from celery import Celery

app = Celery("shop")


@app.task
@async_to_sync
async def refresh(): ...
