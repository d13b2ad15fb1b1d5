CELERY_ACKS_LATE = True
BROKER_URL = "redis://"
