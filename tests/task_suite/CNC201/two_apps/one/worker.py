from celery import Celery

app = Celery("one", task_acks_late=True)
