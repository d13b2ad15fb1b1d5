"""On greenlets waiting is allowed."""

from celery import Celery

app = Celery("shop")


@app.task
def price(sku): ...


@app.task
def quote(sku):
    return price.delay(sku).get()
