"""A task whose limit no test holds it to."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.practices.timed_tests import UntestedTask
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC504",
    name="task-never-timed",
    summary="no test runs `{task}` under its time limit of {limit} s; add one with `@pytest.mark.timeout({limit})`",
    help="add a test that runs the task with a timeout at or below the task's limit",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    A limit is a promise about how long the work takes. Where no test checks it, it is a guess.

    Bad:

        from celery import shared_task

        @shared_task(time_limit=30)
        def place(order_id): ...

    Good:

        from celery import shared_task

        @shared_task
        def place(order_id): ...

    Limits: tests are found by the name of the task in their text.
    """,
)


@rule.on(UntestedTask)
def check(untested: UntestedTask, project: Project) -> Iterator[Finding]:
    yield rule.at(untested.path, untested.span, untested.symbol, task=untested.task, limit=f"{untested.limit:g}")
