"""A test that applies a task without a timeout."""
from celery import shared_task
@shared_task(time_limit=20)
def build(number): ...
