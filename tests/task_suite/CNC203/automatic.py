"""Automatic retries with and without backing off."""

from celery import Celery

app = Celery("shop")


@app.task(autoretry_for=(OSError,), max_retries=5)  # CNC203
def steady(url): ...


@app.task(autoretry_for=(OSError,), retry_backoff=True)
def patient(url): ...


@app.task(autoretry_for=(OSError,), retry_backoff=5)
def more_patient(url): ...


@app.task
def never(url): ...
