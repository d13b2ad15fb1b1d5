"""Soft limits on tasks."""

from celery import Celery

app = Celery("shop")


@app.task(time_limit=60)  # CNC205
def hard_only(): ...


@app.task(soft_time_limit=50, time_limit=60)
def both(): ...
