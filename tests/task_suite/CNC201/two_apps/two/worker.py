from celery import Celery

app = Celery("two")
