"""Misspelt options, and options that are the project's own."""

from celery import Celery, Task

app = Celery("shop")


@app.task(ack_late=True)  # CNC222
def one(): ...


@app.task(
    acks_late=True,
    retires=4,  # CNC222
)
def two(): ...


@app.task(autoretry_for=(OSError,), retry_backof=True)  # CNC222
def three(): ...


@app.task(retry_backoff=True)  # CNC222
def four(): ...


@app.task(reject_on_worker_lost=True)  # CNC222
def five(): ...


class Billed(Task):
    timeout = 3


@app.task(base=Billed, timeout=5)
def six(): ...


@app.task(owner="team-orders")
def seven(): ...


@app.task(acks_late=True, reject_on_worker_lost=True, retry_on_worker_lost=True)
def eight(): ...


@app.task(autoretry_for=(OSError,), retry_backoff=True, retry_jitter=False)
def nine(): ...


@app.task(retry_backoff=False)
def ten(): ...
