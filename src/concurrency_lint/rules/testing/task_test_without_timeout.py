"""A test that runs a task, and may take longer than the task."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, FixRequest
from concurrency_lint.project import Project
from concurrency_lint.project.practices.timed_tests import UntimedTest
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC503",
    name="task-test-without-timeout",
    summary=(
        "`{test}` runs `{task}`, which is ended after {limit} s, {without}; "
        "mark it with `@pytest.mark.timeout({limit})`"
    ),
    help="set a timeout at or below the task's time limit",
    since="0.1",
    fix="unsafe",
    fix_note="`@pytest.mark.timeout(n)`",
    explanation="""
    A task that takes longer than its limit is ended by the worker. A test that has no limit of its
    own passes all the same, and the first to find out is production.

    Bad:

        # tests/test_orders.py
        from celery import shared_task

        @shared_task(time_limit=30)
        def place(order_id): ...

        def test_place():
            place(1)

    Good:

        # tests/test_orders.py
        import pytest
        from celery import shared_task

        @shared_task(time_limit=30)
        def place(order_id): ...

        @pytest.mark.timeout(30)
        def test_place():
            place(1)

    Limits: what counts is the limit that a worker sees, by annotations, decorator, base class,
    configuration or command line; where that cannot be known, nothing is reported. A timeout that is
    not a literal is taken to be short enough; a task without limits is another rule's business.
    """,
)


@rule.on(UntimedTest)
def check(untimed: UntimedTest, project: Project) -> Iterator[Finding]:
    seconds = untimed.timeout
    without = "without a timeout" if seconds is None else f"with a timeout of {seconds:g} s"
    yield rule.at(
        untimed.path,
        untimed.span,
        untimed.symbol,
        test=untimed.test,
        task=untimed.task,
        limit=f"{untimed.limit:g}",
        without=without,
        fix=FixRequest(fixer="time_test", data={"seconds": f"{untimed.limit:g}"}),
    )
