"""Waiting for a group."""

from celery import Celery, group

app = Celery("shop")


@app.task
def price(sku): ...


@app.task
def quote(skus):
    result = group(price.s(sku) for sku in skus).apply_async()
    return sum(result.join())  # CNC213


@app.task
def quote_async(skus):
    return group(price.s(sku) for sku in skus).apply_async().id
