"""Options that come from elsewhere may hold it."""

from celery import Celery
from platform_kit import OPTIONS

app = Celery("shop")


@app.task(**OPTIONS)
def send(order_id): ...
