"""A soft limit that the hard one comes before."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._reporting import report
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC207",
    name="soft-limit-not-below-hard",
    summary=(
        "task `{task}` is killed after {hard} seconds, before its soft limit of {soft} can be of use; "
        "set `soft_time_limit` below `time_limit`"
    ),
    help="leave the task the time between the two limits to clean up",
    since="0.1",
    explanation="""
    The soft limit is there to let a task end in order before the hard one kills it. Where it is not
    the smaller of the two it never fires, and one above the hard limit makes `delay` raise
    `ValueError`.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(soft_time_limit=60, time_limit=60)
        def render_catalogue(): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(soft_time_limit=50, time_limit=60)
        def render_catalogue(): ...

    Limits: limits that are not written as numbers are not compared.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    soft, hard = task.option("soft_time_limit").value, task.option("time_limit").value
    numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in (soft, hard))
    if not numbers or not soft or not hard or soft < hard:
        return
    yield report(rule, task, project, soft=f"{soft:g}", hard=f"{hard:g}")
