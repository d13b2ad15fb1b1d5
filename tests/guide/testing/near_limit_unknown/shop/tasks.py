"""Limits that nobody can read: silence."""
import os
from celery import Celery
from elsewhere import OPTIONS, make_app
app = Celery("shop")
app.config_from_object(os.environ["CELERY_CONFIG"])
other = make_app()
@app.task
def build(number): ...
@other.task
def foreign(number): ...
@app.task(**OPTIONS)
def starred(number): ...
@app.task(time_limit=int(os.environ["LIMIT"]))
def computed(number): ...
