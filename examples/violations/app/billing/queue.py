"""Tasks that lose their work, hang, come twice or never run."""

import threading

import requests
from celery import Celery
from celery.schedules import crontab
from django.db import transaction

app = Celery("billing", broker="sqs://", backend="mongodb://mongo")
app.conf.accept_content = ["pickle"]
app.conf.task_max_retries = 3
app.conf.broker_transport_options = {"visibility_timeout": 60}
app.conf.beat_schedule = {"nightly": {"task": "app.billing.queue.charge", "schedule": crontab(hour=3)}}


@app.task(acks_late=True, autoretry_for=(OSError,), soft_time_limit=120, time_limit=100)
def charge(order_id: int) -> None:
    requests.post(f"https://payments.example/charges/{order_id}", timeout=10)


@app.task(acks_late=True, reject_on_worker_lost=True, retires=3, soft_time_limit=50, time_limit=60)
def settle(order_id: int) -> None:
    try:
        charge.delay(order_id).get()
    except Exception:
        pass


@app.task(name="app.billing.queue.report")
async def report(request_id: str) -> None:
    return None


@app.task(name="app.billing.queue.report", autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def report_again(request_id: str) -> None:
    return None


@app.task(bind=True)
def refund() -> None:
    refund.retry(countdown=5)


def place(order_id: int) -> None:
    with transaction.atomic():
        charge.delay(order_id)
    settle.delay(threading.Lock())
