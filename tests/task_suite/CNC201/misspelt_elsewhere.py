"""A misspelt name in the constructor sets nothing."""

from celery import Celery

app = Celery("shop", acks_late=True)


@app.task  # CNC201
def send(order_id): ...
