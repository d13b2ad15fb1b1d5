"""Hard limits on tasks."""

from celery import Celery

app = Celery("shop")


@app.task(soft_time_limit=50)  # CNC206
def soft_only(): ...


@app.task(soft_time_limit=50, time_limit=60)
def both(): ...
