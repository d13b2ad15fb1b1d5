"""Two tasks of one name, of which one body runs for both."""

from __future__ import annotations

import os
from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._reporting import report
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC224",
    name="duplicate-task-name",
    summary=(
        "task `{task}` is registered as `{name}` like the one in {other}, so one body runs for both; give it a "
        "name of its own"
    ),
    help="tasks are looked up by name, and the first one registered under it wins",
    since="0.1",
    severity=Severity.ERROR,
    explanation="""
    The registry holds one task for each name. Registering a second one is no error: whichever is
    evaluated first runs for both.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(name="shop.notify")
        def notify_customer(order_id): ...

        @app.task(name="shop.notify")
        def notify_warehouse(order_id): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(name="shop.notify_customer")
        def notify_customer(order_id): ...

        @app.task(name="shop.notify_warehouse")
        def notify_warehouse(order_id): ...

    Limits: names that are worked out are not compared, nor tasks of different apps. The second in
    order of path and line is reported.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    if not task.name_known:
        return
    for other in project.celery.delivery.namesakes(task):
        where = f"{os.path.relpath(other.path, project.settings.root)}:{other.span.line}".replace(os.sep, "/")
        yield report(rule, task, project, name=task.name, other=where)
        return
