"""A wrapper puts a default into the options that it is given."""

from celery import Celery

app = Celery("shop")


def job(**options):
    options.setdefault("acks_late", True)
    return app.task(**options)


@job()
def send(order_id): ...
