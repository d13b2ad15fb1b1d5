"""Late acknowledgement with and without its other half."""

from celery import Celery

app = Celery("shop")


@app.task(acks_late=True)  # CNC209
def half(): ...


@app.task(acks_late=True, reject_on_worker_lost=True)
def whole(): ...


@app.task(acks_late=True, retry_on_worker_lost=True)
def newer(): ...


@app.task
def early(): ...
