"""One of two workers has no limit, so nobody can say."""

from celery import Celery

app = Celery("shop")


@app.task
def work(): ...
