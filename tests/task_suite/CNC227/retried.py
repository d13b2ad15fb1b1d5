"""Limits that are retried."""

from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

app = Celery("shop")


@app.task(autoretry_for=(Exception,), soft_time_limit=50)  # CNC227
def again(): ...


@app.task(autoretry_for=(Exception,), dont_autoretry_for=(SoftTimeLimitExceeded,), soft_time_limit=50)
def spared(): ...


@app.task(autoretry_for=(OSError,), soft_time_limit=50)
def narrow(): ...


@app.task(autoretry_for=(Exception,))
def unlimited(): ...
