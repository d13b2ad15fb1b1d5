"""The result of a task that is done is at hand: asking whether it is done is what takes a moment."""

from celery import Celery
from celery.result import AsyncResult

app = Celery("shop", broker="redis://localhost")


async def when_ready(task: str) -> object:
    result = AsyncResult(task, app=app)
    if result.ready():  # CNC107
        return result.get()
    return None


async def when_not_pending(task: str) -> object:
    result = app.AsyncResult(task)
    if result.state == "SUCCESS":  # CNC107
        return result.get()
    return None


async def at_once(task: str) -> object:
    return app.AsyncResult(task).get()  # CNC106


async def when_not_ready(task: str) -> object:
    result = app.AsyncResult(task)
    if not result.ready():  # CNC107
        return result.get()  # CNC106
    return None
