"""A service that follows the guide: a route queues a task, and answers 202."""
import subprocess
from celery import Celery
app = Celery("reports", broker="redis://redis:6379/0")
app.conf.update(task_acks_late=True, task_reject_on_worker_lost=True, worker_send_task_events=True)
@app.task(autoretry_for=(Exception,), retry_backoff=True, max_retries=5, soft_time_limit=50, time_limit=60)
def render(report_id: int, request_id: str) -> None:
    subprocess.run(["render", str(report_id)], check=True)
