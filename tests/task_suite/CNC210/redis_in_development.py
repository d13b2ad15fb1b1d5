"""Redis will do outside production."""

from celery import Celery

app = Celery("shop", broker="redis://localhost:6379/0")
