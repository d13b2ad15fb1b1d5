"""The image copies the lock file."""

from celery import Celery

app = Celery("shop")
