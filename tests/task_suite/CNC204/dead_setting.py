"""No setting exists for it."""

from celery import Celery

app = Celery("shop")
app.conf.task_max_retries = 3


@app.task(autoretry_for=(OSError,))  # CNC204
def fetch(url): ...
