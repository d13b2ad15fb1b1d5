"""The task is sent two calls below the block."""

from django.db import transaction
from notify import later, notify


def place(order):
    with transaction.atomic():
        order.save()
        notify(order)  # CNC217
        later(order)
