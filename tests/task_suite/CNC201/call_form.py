"""A function that is registered by a call."""

from celery import Celery

app = Celery("shop")


def _send(order_id): ...


def _late(order_id): ...


send = app.task(_send)  # CNC201
late = app.task(acks_late=True)(_late)
