"""A task that waits for another, while it holds the worker that the other needs."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.delivery import WAITING_POOLS, waits_for_result
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC213",
    name="result-wait-in-task",
    summary=(
        "task `{task}` waits for the result of another task{via}, which raises `RuntimeError`, or deadlocks; use "
        "a chain, chord or callback"
    ),
    help="let the second task begin where the first ends: `chain(first.s(), second.s())`",
    since="0.1",
    severity=Severity.ERROR,
    explanation="""
    A worker process that waits for a result cannot run the task that would give it. When all
    processes wait, nothing moves. Celery raises `RuntimeError` on `get()` within a task; where that
    check is switched off, the deadlock is what remains.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task
        def price(sku): ...

        @app.task
        def quote(sku):
            return price.delay(sku).get()

    Good:

        from celery import Celery, chain

        app = Celery("shop")

        @app.task
        def price(sku): ...

        @app.task
        def render(price): ...

        def quote(sku):
            return chain(price.s(sku), render.s()).delay()

    Limits: a result whose origin is not in sight is not known to be one. On gevent and eventlet
    pools waiting is allowed.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    if task.function is None or _waits_elsewhere(task, project):
        return
    for found in project.celery.reach.each_site(task.function, waits_for_result):
        first = found.chain[0]
        yield rule.at(
            first.path, first.span, task.symbol, task=task.title, via=found.via, sink=found.sink, chain=found.chain
        )


def _waits_elsewhere(task: Task, project: Project) -> bool:
    pools = project.celery.delivery.pools(task)
    return bool(pools) and all(pool in WAITING_POOLS for pool in pools)
