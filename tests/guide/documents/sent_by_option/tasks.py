"""A queue that a call names."""
from celery import Celery
app = Celery("shop")
QUEUE = "priority"
@app.task
def build(number): ...
def start(number):
    build.apply_async(args=[number], queue=QUEUE)  # CNC304
    build.apply_async(args=[number], queue="celery")
    build.s(number).set(queue="bulk").delay()  # CNC304
