"""A queue that a task names."""
from celery import Celery
app = Celery("shop")
@app.task(name="", queue="slow")
def build(number): ...  # CNC304
