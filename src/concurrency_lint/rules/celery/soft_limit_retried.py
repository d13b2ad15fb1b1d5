"""Work that takes too long, and is begun again for it."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.literals import Named
from concurrency_lint.project.celery.openness import SOFT_LIMIT
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import request
from concurrency_lint.rules.celery._reporting import report
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC227",
    name="soft-limit-retried",
    summary=(
        "task `{task}` is retried when its time is up, since `autoretry_for` catches `SoftTimeLimitExceeded`; "
        "add `dont_autoretry_for`"
    ),
    help="add `dont_autoretry_for=(SoftTimeLimitExceeded,)`",
    since="0.1",
    fix="unsafe",
    fix_note="`dont_autoretry_for=(SoftTimeLimitExceeded,)` in the decorator",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    `SoftTimeLimitExceeded` is an `Exception`, so `autoretry_for=(Exception,)` retries it: work that
    took too long once takes too long again, as often as `max_retries` allows.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(autoretry_for=(Exception,), soft_time_limit=50, time_limit=60)
        def render_catalogue(): ...

    Good:

        from celery import Celery
        from celery.exceptions import SoftTimeLimitExceeded

        app = Celery("shop")

        @app.task(
            autoretry_for=(Exception,),
            dont_autoretry_for=(SoftTimeLimitExceeded,),
            soft_time_limit=50,
            time_limit=60,
        )
        def render_catalogue(): ...

    Limits: a limit that depends on the load may pass at the second attempt; that is why the rule is
    opt-in.
    """,
)
_LIMIT = "SoftTimeLimitExceeded"


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    if not task.option("soft_time_limit").surely(lambda value: not falsy(value)):
        return
    caught = task.option("autoretry_for").value
    spared = task.option("dont_autoretry_for")
    if not isinstance(caught, (tuple, list)) or not spared.surely(falsy):
        return
    if any(
        isinstance(each, Named) and (each.name == "builtins.Exception" or each.name.endswith(f".{_LIMIT}"))
        for each in caught
    ):
        spare = {"dont_autoretry_for": f"({{{SOFT_LIMIT}}},)"}
        fix = request(task, spare, "dont_autoretry_for", project)
        yield report(rule, task, project, fix=fix)
