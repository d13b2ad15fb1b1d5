"""A class that is registered as a task, and one that nobody registers."""

from celery import Celery, Task

app = Celery("shop")


class Send(Task):  # CNC201
    name = "send"

    def run(self, order_id): ...


class Late(Task):
    acks_late = True

    def run(self, order_id): ...


class Base(Task):
    abstract = True


app.register_task(Send())
app.register_task(Late())
