"""Old names in a module that is read without a namespace."""

from celery import Celery

app = Celery("shop")
app.config_from_object("celeryconfig")


@app.task
def send(order_id): ...
