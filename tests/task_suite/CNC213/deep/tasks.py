"""Waiting two calls away, in another module."""

from celery import Celery

app = Celery("shop")


@app.task
def price(sku): ...


@app.task
def quote(sku):
    from pricing import total

    return total([sku])  # CNC213
