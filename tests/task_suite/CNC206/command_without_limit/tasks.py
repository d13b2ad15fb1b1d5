"""A worker's command line without a limit."""

from celery import Celery

app = Celery("shop")


@app.task  # CNC206
def work(): ...
