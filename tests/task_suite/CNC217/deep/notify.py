from django.db import transaction
from tasks import send


def notify(order):
    announce(order)


def announce(order):
    send.delay(order.pk)


def later(order):
    transaction.on_commit(lambda: send.delay(order.pk))
