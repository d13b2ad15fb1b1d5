"""Traces are as good as events."""

from celery import Celery
from opentelemetry.instrumentation.celery import CeleryInstrumentor

app = Celery("shop", broker="redis://redis")
CeleryInstrumentor().instrument()
