"""Worker and beat, by command and by option."""

from celery import Celery

app = Celery("shop")
app.conf.beat_schedule = {"nightly": {"task": "work", "schedule": 3600}}
