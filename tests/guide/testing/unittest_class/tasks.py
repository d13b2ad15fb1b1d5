"""A method of a unittest class."""
from celery import shared_task
@shared_task(soft_time_limit=5, time_limit=20)
def build(number): ...
