"""The current app's decorator."""

from celery import Celery, current_app

app = Celery("shop")


@current_app.task  # CNC201
def send(order_id): ...


@current_app.task(acks_late=True)
def late(order_id): ...
