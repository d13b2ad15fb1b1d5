"""Waiting for a result by its id."""

from celery import Celery
from celery.result import AsyncResult

app = Celery("shop")


@app.task
def follow(task_id):
    return AsyncResult(task_id).get()  # CNC213


@app.task
def peek(task_id):
    return AsyncResult(task_id).state
