"""An annotation of another task says nothing about this one."""

from celery import Celery

app = Celery("shop")
app.conf.task_annotations = {"tasks.other": {"acks_late": True}}


@app.task  # CNC201
def send(order_id): ...
