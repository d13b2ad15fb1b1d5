"""Broad handlers in tasks with a soft limit."""

from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

app = Celery("shop", task_soft_time_limit=50)


@app.task
def swallows(rows):
    for row in rows:
        try:
            row.load()
        except Exception:  # CNC215
            continue


@app.task
def bare(rows):
    try:
        rows.load()
    except:  # CNC215
        print("failed")


@app.task
def in_tuple(rows):
    try:
        rows.load()
    except (ValueError, Exception):  # CNC215
        print("failed")


@app.task
def passes_on(rows):
    try:
        rows.load()
    except Exception:
        print("failed")
        raise


@app.task
def knows(rows):
    try:
        rows.load()
    except SoftTimeLimitExceeded:
        raise
    except Exception:
        print("failed")


@app.task
def narrow(rows):
    try:
        rows.load()
    except ValueError:
        print("failed")


@app.task(bind=True)
def tries_again(self, rows):
    try:
        rows.load()
    except Exception as error:
        self.retry(exc=error)
