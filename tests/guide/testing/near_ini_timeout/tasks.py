"""A timeout for every test, in the configuration."""
from celery import shared_task
@shared_task(time_limit=20)
def build(number): ...
