from celery import Celery
from celery.schedules import crontab
app = Celery("parcels", include=["app.tasks"])
app.conf.update(
    broker_url="amqp://rabbitmq",
    result_backend="redis://redis:6379/1",
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_soft_time_limit=50,
    task_time_limit=60,
    worker_send_task_events=True,
    beat_schedule={"purge": {"task": "app.tasks.purge", "schedule": crontab(hour="3", minute="15")}},
)
