"""One branch of two is allowed."""

import os

from celery import Celery

app = Celery("shop")
if os.environ.get("QUEUE"):
    app.conf.broker_url = "redis://redis"
else:
    app.conf.broker_url = "memory://"
