"""A task that nothing will ever interrupt."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.rules.celery._reporting import needs_limits, requires
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC206",
    name="task-without-time-limit",
    summary="task `{task}` can hold its worker process for ever: `time_limit` is {state}; set `time_limit`",
    help="set `time_limit` on the task, or `task_time_limit` for all",
    since="0.1",
    fix="unsafe",
    fix_note="`time_limit` in the decorator, with the configured seconds",
    severity=Severity.ERROR,
    explanation="""
    A prefork worker process runs one task at a time. A task that hangs on a dead socket keeps its
    process until someone restarts the worker.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(soft_time_limit=50)
        def sync_orders(): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(soft_time_limit=50, time_limit=60)
        def sync_orders(): ...

    Limits: `@app.task(**OPTIONS)` is not reported where the options are unknown. `task_time_limit` and
    the workers' `--time-limit` count.
    """,
)

check = requires(rule, "time_limit", fails=falsy, only=needs_limits)
