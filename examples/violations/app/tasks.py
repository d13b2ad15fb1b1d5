from celery import Celery

app = Celery("reports", broker="redis://redis:6379/0")


@app.task(time_limit=30)
def build(report_id): ...


@app.task(time_limit=30)
def total(customer): ...
