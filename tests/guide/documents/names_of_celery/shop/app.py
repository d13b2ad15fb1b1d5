"""Names and queues as Celery sees them."""
from celery import Celery
app = Celery("shop")
app.conf.task_default_queue = "default"
app.conf.task_routes = {"shop.mails.*": {"queue": "mails"}, "shop.slow.*": {"queue": "slow"}, "shop.gone.*": {"queue": "gone"}}  # CNC304
