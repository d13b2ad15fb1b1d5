"""Acknowledging late is switched off in the decorator, over a setting that has it on."""

from celery import Celery

app = Celery("shop")
app.conf.task_acks_late = True


@app.task(acks_late=False)  # CNC201
def send(order_id): ...
