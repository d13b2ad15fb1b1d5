"""Both halves by settings."""

from celery import Celery

app = Celery("shop")
app.conf.update({"task_acks_late": True, "task_reject_on_worker_lost": True})


@app.task
def work(): ...
