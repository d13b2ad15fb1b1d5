"""Eager tasks in the settings of tests."""
from project.settings.base import *
CELERY_TASK_ALWAYS_EAGER = True  # CNC501
