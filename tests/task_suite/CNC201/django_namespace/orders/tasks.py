"""Django's settings under a namespace switch it on."""

from celery import shared_task


@shared_task
def send(order_id): ...
