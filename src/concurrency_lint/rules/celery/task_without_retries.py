"""A task that gives up at the first failure."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import adding
from concurrency_lint.rules.celery._reporting import is_asked_for, report, state
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC202",
    name="task-without-retries",
    summary=(
        "task `{task}` gives up at the first failure: `autoretry_for` is {state}{calls}; "
        "set `autoretry_for`, `retry_backoff` and `max_retries`"
    ),
    help="name the exceptions that are worth another attempt: `autoretry_for=(Exception,)`",
    since="0.1",
    fix="unsafe",
    fix_note="`autoretry_for=(Exception,), retry_backoff=True` and `max_retries` in the decorator",
    explanation="""
    A task talks to services that are down now and then. Without retries, each such moment is a job
    that is not done.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task
        def sync_stock(sku): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(autoretry_for=(Exception,), retry_backoff=True, max_retries=5)
        def sync_stock(sku): ...

    Limits: a task that calls `self.retry`, or hands itself to a function that might, is not
    reported, unless `manual-retry = false`.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    if not is_asked_for(task, "autoretry_for", project) or not task.option("autoretry_for").surely(falsy):
        return
    if task.body is None:
        return
    has_itself = not task.option("bind").surely(falsy)
    retries = bool(task.body.retries()) or (has_itself and task.body.may_retry_elsewhere())
    if retries and project.settings.manual_retry:
        return
    calls = ", and the body never calls `self.retry`" if not retries else ""
    fix = adding(task, project, "autoretry_for", "retry_backoff", "max_retries")
    if not task.option("throws").surely(falsy):
        fix = FixRequest(refusal="its `throws` are expected; name the exceptions that are worth another attempt")
    if task.body.swallows_all():
        fix = FixRequest(refusal="its body catches every exception, so that nothing would be retried; let some through")
    yield report(rule, task, project, fix=fix, state=state(task, "autoretry_for", project), calls=calls)
