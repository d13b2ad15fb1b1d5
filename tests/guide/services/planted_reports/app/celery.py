from celery import Celery
app = Celery("reports", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.update(
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_soft_time_limit=50,
    task_time_limit=60,
    task_annotations={"app.tasks.slow": {"time_limit": 300, "soft_time_limit": 250}},
    worker_send_task_events=True,
)
