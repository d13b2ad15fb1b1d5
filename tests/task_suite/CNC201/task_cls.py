"""The app's own task class sets it."""

from celery import Celery, Task


class Reliable(Task):
    acks_late = True


app = Celery("shop", task_cls=Reliable)


@app.task
def send(order_id): ...
