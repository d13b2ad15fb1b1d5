"""A service that extends another file's."""

from celery import Celery

app = Celery("shop")
