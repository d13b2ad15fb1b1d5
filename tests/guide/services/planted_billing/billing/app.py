from celery import Celery
from billing.base import Reliable
app = Celery("billing", broker="amqp://rabbit", backend="redis://redis:6379/0", task_cls=Reliable)
app.conf.worker_send_task_events = True
