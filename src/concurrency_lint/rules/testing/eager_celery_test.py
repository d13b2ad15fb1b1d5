"""Tests in which tasks run in place."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.practices.settings_of_tests import EagerSetting
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC501",
    name="eager-celery-test",
    summary="`{setting}` runs tasks in place, without broker, worker and limits; use the fixtures of pytest-celery",
    help="use `celery_setup` of pytest-celery, or `celery_worker` of `celery.contrib.pytest`",
    since="0.1",
    explanation="""
    An eager task is a function call: nothing is queued, retries run at once, time limits and late
    acknowledgement do nothing, and results behave otherwise. What such a test proves is that the
    function runs.

    Bad:

        # tests/test_orders.py
        from celery import Celery

        app = Celery("shop", task_always_eager=True)

    Good:

        # tests/test_orders.py
        from shop.tasks import place

        def test_place(celery_setup):
            queue = celery_setup.worker.worker_queue
            assert place.s(1).apply_async(queue=queue).get(timeout=10)

    Limits: a setting whose value is computed is not reported.
    """,
)


@rule.on(EagerSetting)
def check(eager: EagerSetting, project: Project) -> Iterator[Finding]:
    yield rule.at(eager.path, eager.span, eager.symbol, setting=eager.setting)
