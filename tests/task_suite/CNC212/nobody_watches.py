"""No sign of instrumentation anywhere."""

from celery import Celery

app = Celery("shop", broker="redis://redis")  # CNC212
