"""Eager tasks, switched on in every way there is."""
import pytest
from celery import Celery
from shop.app import app
app.conf.task_always_eager = True  # CNC501
app.conf.update(task_always_eager=True)  # CNC501
other = Celery("test", task_always_eager=True)  # CNC501
app.conf["task_always_eager"] = True  # CNC501
@pytest.fixture(scope="session")
def celery_config():
    return {"task_always_eager": True}  # CNC501
@pytest.fixture(autouse=True)
def eager(settings):
    settings.CELERY_TASK_ALWAYS_EAGER = True  # CNC501
