"""Countdowns and Redis."""

from datetime import datetime, timedelta

from celery import Celery

app = Celery("shop", broker="redis://redis/0")


@app.task
def remind(order_id): ...


def tomorrow(order_id):
    remind.apply_async((order_id,), countdown=86400)  # CNC219


def by_eta(order_id):
    remind.apply_async((order_id,), eta=datetime.now() + timedelta(hours=3))  # CNC219


def soon(order_id):
    remind.apply_async((order_id,), countdown=600)


@app.task(acks_late=True, time_limit=7200)  # CNC219
def long_work(): ...


@app.task(time_limit=7200)
def long_early(): ...
