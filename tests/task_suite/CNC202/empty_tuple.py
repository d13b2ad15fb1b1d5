"""An empty tuple retries for nothing."""

from celery import Celery

app = Celery("shop")


@app.task(autoretry_for=())  # CNC202
def fetch(url): ...
