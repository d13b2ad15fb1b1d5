"""A configuration module that is out of sight may set it."""

from celery import Celery

app = Celery("shop")
app.config_from_object("deployment.celeryconfig")


@app.task
def send(order_id): ...
