from celery import Celery
app = Celery("shop", task_time_limit=45)
