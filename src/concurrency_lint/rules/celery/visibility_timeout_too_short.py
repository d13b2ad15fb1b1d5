"""A message that the broker hands out a second time because the first worker takes its time."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.enqueues import Enqueue
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC219",
    name="visibility-timeout-too-short",
    summary=(
        "task `{task}` is delivered twice: {what} is longer than the broker's visibility timeout of {timeout} seconds; "
        "raise `visibility_timeout` in `broker_transport_options`"
    ),
    help="set `broker_transport_options = {'visibility_timeout': ...}` above the longest countdown and time limit",
    since="0.1",
    explanation="""
    Redis and SQS hand out a message again when it has not been acknowledged in time. A message with
    a countdown stays unacknowledged until it is due, and one that is acknowledged late until the
    task is done.

    Bad:

        from celery import Celery

        app = Celery("shop", broker="redis://redis:6379/0")

        @app.task
        def remind(order_id): ...

        def place(order_id):
            remind.apply_async((order_id,), countdown=24 * 3600)

    Good:

        from celery import Celery

        app = Celery("shop", broker="redis://redis:6379/0")
        app.conf.broker_transport_options = {"visibility_timeout": 48 * 3600}

        @app.task
        def remind(order_id): ...

        def place(order_id):
            remind.apply_async((order_id,), countdown=24 * 3600)

    Limits: broker, timeout and countdown must be in sight. Without a setting Redis waits an hour and
    SQS half an hour.
    """,
)


@rule.on(Task)
def check_limit(task: Task, project: Project) -> Iterator[Finding]:
    limit = task.option("time_limit").value
    timeout = project.celery.delivery.visibility_timeout(task.apps)
    if timeout is None or not isinstance(limit, (int, float)) or limit <= timeout:
        return
    if not task.option("acks_late").surely(lambda value: not falsy(value)):
        return
    what = f"a time limit of {limit:g} seconds"
    yield rule.at(task.path, task.span, task.symbol, task=task.title, what=what, timeout=f"{timeout:g}")


@rule.on(Enqueue)
def check_countdown(enqueue: Enqueue, project: Project) -> Iterator[Finding]:
    if enqueue.task is None:
        return
    task = project.celery.task(enqueue.task)
    delay = project.celery.delivery.delay_of(enqueue)
    timeout = project.celery.delivery.visibility_timeout(task.apps)
    if delay is None or timeout is None or delay <= timeout:
        return
    span = project.texts.of(enqueue.module.path).span(enqueue.operation)
    what = f"a delay of {delay:g} seconds"
    symbol = enqueue.module.symbol(enqueue.function)
    yield rule.at(enqueue.module.path, span, symbol, task=enqueue.title, what=what, timeout=f"{timeout:g}")
