"""A task of a project without a document."""
from celery import shared_task
@shared_task
def build(number): ...  # CNC304
