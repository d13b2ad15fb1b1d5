"""The broker's image."""

from celery import Celery

app = Celery("shop", broker="redis://redis:6379/0")
