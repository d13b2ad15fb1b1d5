"""A broker that nobody runs here."""

from celery import Celery

app = Celery("shop", broker="sqs://")  # CNC210
