"""Names that no release has, and the project's own."""

from celery import Celery

app = Celery("shop", acks_late=True)  # CNC223
app.conf.task_max_retries = 5  # CNC223
app.conf.update(
    task_acks_late=True,
    CELERY_TASK_ACKS_LATE=True,  # CNC223
    task_default_retry_delay=30,  # CNC223
)
app.conf.shop_region = "eu"
app.conf.task_acks_on_failure = True
