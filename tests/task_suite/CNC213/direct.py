"""Waiting in place."""

from celery import Celery

app = Celery("shop")


@app.task
def price(sku): ...


@app.task
def quote(sku):
    return price.delay(sku).get()  # CNC213


@app.task
def quote_later(sku):
    result = price.apply_async((sku,))
    return result.get(timeout=10)  # CNC213


@app.task
def quote_lookup(prices, sku):
    return prices.get(sku)


def outside(sku):
    return price.delay(sku).get()
