"""Options in a mapping of this module."""

from celery import Celery

LATE = {"acks_late": True}
RETRY = dict(autoretry_for=(OSError,))
app = Celery("shop")


@app.task(**LATE)
def good(order_id): ...


@app.task(**RETRY)  # CNC201
def bad(order_id): ...


@app.task(**{**RETRY, **LATE})
def both(order_id): ...
