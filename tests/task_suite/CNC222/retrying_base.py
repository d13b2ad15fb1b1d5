"""The base class retries, so the task may back off."""

from celery import Celery, Task


class Retrying(Task):
    autoretry_for = (OSError,)


app = Celery("shop")


@app.task(base=Retrying, retry_backoff=True)
def work(): ...
