"""RabbitMQ has no such timeout."""

from celery import Celery

app = Celery("shop", broker="amqp://rabbit")


@app.task
def remind(order_id): ...


def tomorrow(order_id):
    remind.apply_async((order_id,), countdown=86400)
