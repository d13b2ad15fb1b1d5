"""A setting below a condition may hold."""

import sys

from celery import Celery

app = Celery("shop")
if sys.platform == "linux":
    app.conf.task_acks_late = True


@app.task
def send(order_id): ...
