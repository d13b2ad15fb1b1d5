"""The base class retries."""

from celery import Celery, Task


class Retrying(Task):
    autoretry_for = (Exception,)
    retry_backoff = True


app = Celery("shop")


@app.task(base=Retrying)
def fetch(url): ...
