"""A partial of the decorator."""

import functools

from celery import Celery

app = Celery("shop")
late = functools.partial(app.task, acks_late=True)


@late()
def send(order_id): ...
