"""Blocks and decorators of Django."""

from celery import shared_task
from django.db import transaction


@shared_task
def send(order_id): ...


def in_block(order):
    with transaction.atomic():
        order.save()
        send.delay(order.pk)  # CNC217


@transaction.atomic
def decorated(order):
    send.apply_async((order.pk,))  # CNC217


def behind(order):
    with transaction.atomic():
        order.save()
    send.delay(order.pk)


def on_commit(order):
    with transaction.atomic():
        order.save()
        transaction.on_commit(lambda: send.delay(order.pk))


def delay_on_commit(order):
    with transaction.atomic():
        send.delay_on_commit(order.pk)
