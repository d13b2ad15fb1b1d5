"""Two tasks under one name."""

from celery import Celery

app = Celery("shop")


@app.task(name="notify")
def one(): ...


@app.task(name="notify")  # CNC224
def two(): ...


@app.task(name="other")
def three(): ...
