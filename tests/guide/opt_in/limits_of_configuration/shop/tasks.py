"""Limits of the application that tests check, or do not."""
from shop.celery_app import app
@app.task
def checked(number): ...
@app.task
def unchecked(number): ...  # CNC504
@app.task(time_limit=5)
def too_late(number): ...  # CNC504
