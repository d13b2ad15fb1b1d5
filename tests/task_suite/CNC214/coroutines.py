"""Coroutine functions as tasks."""

import asyncio

from celery import Celery, shared_task

app = Celery("shop")


@app.task  # CNC214
async def refresh(): ...


@shared_task(bind=True)  # CNC214
async def rebuild(self): ...


async def work(): ...


@app.task
def plain():
    asyncio.run(work())
