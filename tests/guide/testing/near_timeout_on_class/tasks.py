"""A marker on the class."""
from celery import shared_task
@shared_task(time_limit=20)
def build(number): ...
