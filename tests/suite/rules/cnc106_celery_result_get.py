"""`AsyncResult.get` polls the result backend until the task is done."""
from celery import Celery
from celery.result import AsyncResult

app = Celery("media", backend="redis://cache/1")


async def collect(task_id: str) -> dict:
    result = AsyncResult(task_id, app=app)
    return result.get(timeout=20)  # CNC106
