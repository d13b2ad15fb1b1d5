import subprocess

from celery import Celery

app = Celery("reports", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.worker_send_task_events = True


@app.task(
    bind=True,
    acks_late=True,
    reject_on_worker_lost=True,
    autoretry_for=(OSError,),
    retry_backoff=True,
    max_retries=5,
    soft_time_limit=50,
    time_limit=60,
)
def build(self, report_id: int, idempotency_key: str) -> None:
    subprocess.run(["wkhtmltopdf", str(report_id), f"{idempotency_key}.pdf"], check=True)
