"""A task that is never told that its time is up."""

from __future__ import annotations

from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.rules.celery._reporting import needs_limits, requires
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC205",
    name="task-without-soft-time-limit",
    summary=(
        "task `{task}` is never told that its time is up: `soft_time_limit` is {state}; "
        "set `soft_time_limit` below `time_limit`"
    ),
    help="a soft limit raises `SoftTimeLimitExceeded` in the task, so that it can clean up before the hard limit",
    since="0.1",
    fix="unsafe",
    fix_note="`soft_time_limit` in the decorator, with the configured seconds",
    explanation="""
    The hard limit kills the process in the middle of what it does: no `finally`, no retry, half of
    a file. The soft limit comes first, as an exception that the task can handle.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(time_limit=60)
        def render_catalogue(): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(soft_time_limit=50, time_limit=60)
        def render_catalogue(): ...

    Limits: `task_soft_time_limit` and the workers' `--soft-time-limit` count. With
    `time-limits = "cpu-heavy"` only tasks that compute are judged.
    """,
)

check = requires(rule, "soft_time_limit", fails=falsy, only=needs_limits)
