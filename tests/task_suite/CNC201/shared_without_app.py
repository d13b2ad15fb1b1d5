"""A reusable app's shared tasks belong to an app that is out of sight."""

from celery import shared_task


@shared_task
def send(order_id): ...
