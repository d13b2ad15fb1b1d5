"""No compose file at all."""

from celery import Celery

app = Celery("shop")  # CNC230
