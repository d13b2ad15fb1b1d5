"""A handler that hides from a task that its time is up."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.facts.model import Handler
from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.bodies import Body
from concurrency_lint.project.celery.openness import SOFT_LIMIT
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC215",
    name="soft-limit-swallowed",
    summary=(
        "task `{task}` has a soft time limit, and this handler swallows its `SoftTimeLimitExceeded`; "
        "re-raise it before the broad `except`"
    ),
    help="write `except SoftTimeLimitExceeded: raise` before the broad handler",
    since="0.1",
    fix="unsafe",
    fix_note="an `except SoftTimeLimitExceeded: raise` clause before the broad one",
    explanation="""
    The soft limit is an ordinary exception that is raised once, wherever the task is just then. A
    broad handler takes it for a failure of that step, and the task goes on until the hard limit
    kills it, or reports success.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(soft_time_limit=50, time_limit=60)
        def import_rows(rows):
            for row in rows:
                try:
                    row.load()
                except Exception:
                    continue

    Good:

        from celery import Celery
        from celery.exceptions import SoftTimeLimitExceeded

        app = Celery("shop")

        @app.task(soft_time_limit=50, time_limit=60)
        def import_rows(rows):
            for row in rows:
                try:
                    row.load()
                except SoftTimeLimitExceeded:
                    raise
                except Exception:
                    continue

    Limits: handlers of the task's own body are judged, not those of the functions that it calls. A
    handler that may raise, or retry, is not reported.
    """,
)
_LIMIT = "SoftTimeLimitExceeded"


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    body = task.body
    if body is None or not task.option("soft_time_limit").surely(lambda value: not falsy(value)):
        return
    for handler in body.handlers():
        if not body.is_broad(handler) or body.leaves(handler) or _handled_before(body, handler):
            continue
        span = project.texts.of(body.module.path).word(handler.line, handler.column)
        fix = FixRequest(fixer="reraise", data={"exception": SOFT_LIMIT})
        yield rule.at(body.module.path, span, task.symbol, task=task.title, fix=fix)


def _handled_before(body: Body, handler: Handler) -> bool:
    """Whether a handler before it takes the limit, or might."""
    caught = [name for each in body.earlier(handler) for name in body.caught(each)]
    return any(not name or name.rpartition(".")[2] == _LIMIT for name in caught)
