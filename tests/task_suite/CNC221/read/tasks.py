"""Somebody reads them."""

from celery import Celery

app = Celery("shop", backend="redis://redis/1")


@app.task
def work():
    return 1
