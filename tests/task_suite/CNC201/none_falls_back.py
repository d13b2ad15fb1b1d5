"""None in the decorator falls back to the setting."""

from celery import Celery

app = Celery("shop", task_acks_late=True)


@app.task(acks_late=None)
def send(order_id): ...
