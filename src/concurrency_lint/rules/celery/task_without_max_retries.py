"""A task that retries as often as chance has it, or for ever."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.facts import model
from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import UNSET, falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import adding
from concurrency_lint.rules.celery._reporting import is_asked_for, report, state
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC204",
    name="task-without-max-retries",
    summary=(
        "task `{task}` retries, but nobody has decided how often: `max_retries` is {state}; set `max_retries={limit}`"
    ),
    help="decide how often a task may try again",
    since="0.1",
    fix="unsafe",
    fix_note="`max_retries` in the decorator, with the configured number",
    explanation="""
    Without `max_retries` a task gives up after three retries, which is seldom what anybody meant;
    with `max_retries=None` a message that can never succeed goes round for ever.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(autoretry_for=(OSError,), retry_backoff=True)
        def sync_stock(sku): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
        def sync_stock(sku): ...

    Limits: `retry_kwargs={"max_retries": 5}` and `self.retry(max_retries=5)` count. No setting exists
    for it: `task_max_retries` is ignored.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    if not is_asked_for(task, "max_retries", project) or not _retries(task):
        return
    if not task.option("max_retries").surely(lambda value: value is UNSET or value is None) or _counts_itself(task):
        return
    limit = str(project.settings.max_retries)
    fix = adding(task, project, "max_retries")
    yield report(rule, task, project, fix=fix, state=state(task, "max_retries", project), limit=limit)


def _retries(task: Task) -> bool:
    if task.option("autoretry_for").surely(lambda value: not falsy(value)):
        return True
    return task.body is not None and any(retry.own for retry in task.body.retries())


def _counts_itself(task: Task) -> bool:
    """Whether `retry_kwargs`, or any call of `retry`, brings a number of its own."""
    options = task.option("retry_kwargs")
    if options.unknown:
        return True
    for possibility in options.possibilities:
        value = possibility.value
        if isinstance(value, dict) and (UNKNOWN in value or value.get("max_retries") is not None):
            return True
    for retry in task.body.retries() if task.body is not None else ():
        call = task.body.facts.references[retry.operation.reference] if task.body is not None else None
        if isinstance(call, model.Call) and {"max_retries", "**"}.intersection(dict(call.keywords)):
            return True
    return False
