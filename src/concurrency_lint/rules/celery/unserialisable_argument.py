"""An argument that cannot travel in a message, or is stale when it arrives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.enqueues import Enqueue
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC218",
    name="unserialisable-argument",
    summary="`{argument}` is {what} and cannot be sent to task `{task}`; pass its id, path or plain data",
    help="pass what identifies the thing, and load it in the task",
    since="0.1",
    explanation="""
    Arguments are serialised as JSON. A row, a file or a request is not JSON, so the call raises
    `EncodeError`; with pickle a row arrives as it was when it was sent.

    Bad:

        from celery import shared_task
        from django.db import models

        class Order(models.Model): ...

        @shared_task
        def send_invoice(order): ...

        def place(number):
            order = Order.objects.get(number=number)
            send_invoice.delay(order)

    Good:

        from celery import shared_task
        from django.db import models

        class Order(models.Model): ...

        @shared_task
        def send_invoice(order_id): ...

        def place(number):
            order = Order.objects.get(number=number)
            send_invoice.delay(order.pk)

    Limits: what an argument is must be in sight: by where it comes from or by its annotation.
    """,
)


_ONE_NAME = re.compile(r"\((?:args=)?[\[(]?\s*(?:\w+=)?([A-Za-z_][\w.]*)\s*,?\s*[\])]+$")
"""The one argument of a call, where it is a name."""


@rule.on(Enqueue)
def check(enqueue: Enqueue, project: Project) -> Iterator[Finding]:
    if enqueue.task is None:
        return
    for argument, what in project.celery.sent.unserialisable(enqueue):
        span = project.texts.of(enqueue.module.path).span(enqueue.operation)
        symbol = enqueue.module.symbol(enqueue.function)
        alone = _ONE_NAME.search(project.texts.of(enqueue.module.path).quote(span))
        argument = alone[1] if alone is not None else argument
        yield rule.at(enqueue.module.path, span, symbol, argument=argument, what=what, task=enqueue.title)
        return
