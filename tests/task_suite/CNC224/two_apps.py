"""Each app has a registry of its own."""

from celery import Celery

first = Celery("first")
second = Celery("second")


@first.task(name="notify")
def one(): ...


@second.task(name="notify")
def two(): ...
