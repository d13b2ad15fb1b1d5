"""Results that nobody reads."""

from celery import Celery

app = Celery("shop", backend="redis://redis/1")


@app.task  # CNC221
def work():
    return 1


@app.task(ignore_result=True)
def quiet():
    return 1
