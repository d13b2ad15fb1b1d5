# needs: celery django
# select: CNC217
# before: [('delay', 'open')]
# after: [('delay_on_commit', 'committed')]
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop_settings")

import django
from celery import Celery, shared_task
from django.db import connection, transaction

django.setup()
app = Celery("shop")
app.conf.task_always_eager = True
app.set_default()
sent = []


@shared_task
def send(order):
    methods = [name for name in place.__code__.co_names if name.startswith("delay")]
    sent.append((*methods, "open" if connection.in_atomic_block else "committed"))


def place(order):
    with transaction.atomic():
        connection.cursor().execute("SELECT 1")
        send.delay(order)


def main():
    place(1)
    return sent
