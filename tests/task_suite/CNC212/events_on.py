"""Events are sent."""

from celery import Celery

app = Celery("shop", broker="redis://redis", worker_send_task_events=True)
