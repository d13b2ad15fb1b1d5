"""A timeout that is long enough."""

from celery import Celery

app = Celery("shop", broker="redis://redis/0", broker_transport_options={"visibility_timeout": 172800})


@app.task
def remind(order_id): ...


def tomorrow(order_id):
    remind.apply_async((order_id,), countdown=86400)
