"""A task retries by its own name."""

from celery import Celery

app = Celery("shop")


@app.task
def fetch(url):
    try:
        print(url)
    except OSError as error:
        raise fetch.retry(exc=error)
