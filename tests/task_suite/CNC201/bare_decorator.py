"""A decorator without arguments on the only app."""

from celery import Celery

app = Celery("shop")


@app.task  # CNC201
def send(order_id): ...
