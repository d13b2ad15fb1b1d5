"""A class of settings."""

from celery import Celery


class Config:
    task_acks_late = True


app = Celery("shop")
app.config_from_object(Config)


@app.task
def send(order_id): ...
