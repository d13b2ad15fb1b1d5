"""A shared task of the one app in the repository."""

from celery import shared_task


@shared_task  # CNC201
def send(order_id): ...


@shared_task(acks_late=True)
def late(order_id): ...
