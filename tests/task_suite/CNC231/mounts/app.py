"""Services with and without the lock file."""

from celery import Celery

app = Celery("shop")
