"""Pickle in settings and on tasks."""

from celery import Celery

app = Celery("shop")
app.conf.accept_content = ["json", "pickle"]  # CNC226
app.conf.task_serializer = "pickle"  # CNC226
app.conf.result_serializer = "json"


@app.task(serializer="pickle")  # CNC226
def work(): ...


@app.task(serializer="json")
def fine(): ...
