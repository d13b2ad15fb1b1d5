"""The worker's flag sends events."""

from celery import Celery

app = Celery("shop", broker="redis://redis")
