"""Schedules, and nobody who sends what is due."""

from celery import Celery

app = Celery("shop")
app.conf.beat_schedule = {"nightly": {"task": "work", "schedule": 3600}}
