"""The worker's command line sets the limit."""

from celery import Celery

app = Celery("shop")


@app.task
def work(): ...
