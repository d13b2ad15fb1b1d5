"""The task is handed on to a helper that retries it."""

from celery import Celery

app = Celery("shop")


def guarded(task, url):
    try:
        print(url)
    except OSError as error:
        raise task.retry(exc=error)


@app.task(bind=True)
def fetch(self, url):
    guarded(self, url)
