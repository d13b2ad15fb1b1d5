import hashlib

from celery import Celery

app = Celery("reports", broker="amqp://guest@rabbitmq:5672//")


@app.task(time_limit=30)
def build(report_id): ...


@app.task(time_limit=30)
def total(customer):
    return hashlib.pbkdf2_hmac("sha256", customer, b"", 1_000_000)
