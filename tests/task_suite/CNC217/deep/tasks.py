from celery import shared_task


@shared_task
def send(order_id): ...
