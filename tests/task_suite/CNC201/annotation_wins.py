"""Annotations override the decorator."""

from celery import Celery

app = Celery("shop")
app.conf.task_annotations = {"*": {"acks_late": False}}


@app.task(acks_late=True)  # CNC201
def send(order_id): ...
