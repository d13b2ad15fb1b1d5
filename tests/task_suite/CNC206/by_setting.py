"""The pool's limit protects every task."""

from celery import Celery

app = Celery("shop")
app.conf.update(task_time_limit=300)


@app.task
def work(): ...
