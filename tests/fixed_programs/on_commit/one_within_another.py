# needs: celery django
# select: CNC217
# before: [(1, 5, 'open')]
# after: [(1, 5, 'committed')]
import django
from celery import Celery, shared_task
from django.conf import settings
from django.db import connection, transaction

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
)
django.setup()
app = Celery("shop")
app.conf.task_always_eager = True
app.set_default()
sent = []


@shared_task
def send(order="none", copies=1):
    """Whether the row of the order can be seen by others."""
    sent.append((order, copies, "open" if connection.in_atomic_block else "committed"))


def place(order):
    with transaction.atomic():
        note(order)


def note(order):
    with transaction.atomic():
        send.delay(order, copies=5)


def main():
    place(1)
    return sent
