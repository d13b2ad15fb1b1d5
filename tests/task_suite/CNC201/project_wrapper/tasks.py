"""A wrapper of the project's own adds the option."""

from jobs import job, plain


@job(max_retries=5)
def send(order_id): ...


@plain(max_retries=5)  # CNC201
def other(order_id): ...
