"""A compose file's command sets the limit."""

from celery import Celery

app = Celery("shop")


@app.task
def work(): ...
