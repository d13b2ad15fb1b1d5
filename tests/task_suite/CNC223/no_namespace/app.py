"""Without a namespace the prefix means nothing."""

from celery import Celery

app = Celery("shop")
app.config_from_object("celeryconfig")
