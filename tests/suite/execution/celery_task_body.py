"""The body of a Celery task runs in a worker process, far from any loop."""
import time

import requests
from celery import Celery, shared_task

app = Celery("reports", broker="redis://localhost")


@app.task(bind=True)
def build_report(self, report_id: int) -> bytes:
    time.sleep(1)
    return requests.get(f"https://reports.example.com/{report_id}").content


@shared_task
def cleanup(path: str) -> None:
    with open(path, "w") as target:
        target.truncate()
