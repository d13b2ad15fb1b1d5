"""A base class of a library that nobody knows may set it."""

from celery import Celery
from celery_once import QueueOnce

app = Celery("shop")


@app.task(base=QueueOnce)
def send(order_id): ...
