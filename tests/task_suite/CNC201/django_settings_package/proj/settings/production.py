from proj.settings.base import *

CELERY_TASK_ACKS_LATE = True
