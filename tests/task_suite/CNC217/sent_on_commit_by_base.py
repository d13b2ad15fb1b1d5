"""The task's own class sends it on commit."""

from celery import Celery, Task
from django.db import transaction


class OnCommit(Task):
    def apply_async(self, *args, **kwargs):
        transaction.on_commit(lambda: super().apply_async(*args, **kwargs))


app = Celery("shop")


@app.task(base=OnCommit)
def send(order_id): ...


@app.task
def send_now(order_id): ...


def place(order):
    with transaction.atomic():
        send.delay(order.pk)
        send_now.delay(order.pk)  # CNC217
