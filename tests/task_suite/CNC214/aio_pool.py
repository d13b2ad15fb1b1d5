"""A pool that runs coroutines."""

from celery import Celery

app = Celery("shop")
app.conf.worker_pool = "celery_aio_pool.pool:AsyncIOPool"


@app.task
async def refresh(): ...
