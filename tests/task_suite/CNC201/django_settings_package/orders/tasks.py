"""Production's settings have it and the developers' have not: nobody can say."""

from celery import shared_task


@shared_task
def send(order_id): ...
