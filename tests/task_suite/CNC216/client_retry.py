"""An argument that happens to have a `retry`."""

from celery import Celery

app = Celery("shop")


@app.task
def again(job):
    return job.status
