from celery import Celery
app = Celery("shop")
app.conf.task_time_limit = 40
app.conf.task_soft_time_limit = 30
