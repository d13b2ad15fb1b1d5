from celery import Task
class Reliable(Task):
    acks_late = True
    reject_on_worker_lost = True
    autoretry_for = (OSError,)
    retry_backoff = True
    max_retries = 5
    soft_time_limit = 80
    time_limit = 90
