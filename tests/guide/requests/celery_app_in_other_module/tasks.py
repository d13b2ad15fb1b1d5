"""A route that queues a task of another module and answers 200."""
from celery import Celery
app = Celery("shop", broker="redis://redis:6379/0")
@app.task
def build(number): ...
