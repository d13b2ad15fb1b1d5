"""Versions that the house runs."""

from celery import Celery

app = Celery("shop", broker="amqp://guest@rabbit//")
