"""`self` without `bind`, and the other way round."""

from celery import Celery

app = Celery("shop")


@app.task
def unbound(self, order_id):
    try:
        print(order_id)
    except OSError as error:
        raise self.retry(exc=error)  # CNC216


@app.task(bind=True)  # CNC216
def no_parameter(): ...


@app.task(bind=True)  # CNC216
def no_self(order_id):
    return order_id + 1


@app.task(bind=True)
def fine(self, order_id):
    raise self.retry()


@app.task(bind=True)
def other_name(task, order_id):
    raise task.retry()


@app.task(bind=True)
def unused(_self, order_id): ...
