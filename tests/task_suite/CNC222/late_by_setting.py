"""Acknowledging late is a setting."""

from celery import Celery

app = Celery("shop", task_acks_late=True)


@app.task(reject_on_worker_lost=True)
def work(): ...
