import environ

env = environ.Env()
CELERY_TASK_ACKS_LATE = env.bool("LATE", default=False)
