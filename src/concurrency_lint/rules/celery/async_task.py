"""A task whose body never runs."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.delivery import PLAIN_POOLS
from concurrency_lint.project.celery.literals import UNKNOWN
from concurrency_lint.project.celery.option_values import UNSET
from concurrency_lint.project.celery.registrations import TASK_CLASSES
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.project.values import Class, External
from concurrency_lint.rules.celery._reporting import report
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC214",
    name="async-task",
    summary=(
        "task `{task}` is a coroutine function, which no worker awaits, so its body never runs; make it a `def` "
        "that calls `asyncio.run`"
    ),
    help="write a plain `def` and run the coroutine in it: `asyncio.run(main())`",
    since="0.1",
    severity=Severity.ERROR,
    explanation="""
    A worker calls the task and gets a coroutine object. Nothing awaits it: the task succeeds without
    having done anything, or fails because the coroutine cannot be stored as a result.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task
        async def refresh_prices(): ...

    Good:

        import asyncio

        from celery import Celery

        app = Celery("shop")

        async def refresh(): ...

        @app.task
        def refresh_prices():
            asyncio.run(refresh())

    Limits: with a decorator in between, a base class or app class of the project's own that may run
    coroutines, or a worker pool that is made for them, nothing is reported.
    """,
)
_PLAIN = (*TASK_CLASSES, "builtins.object", "abc.ABC", "typing.Generic")


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    function = task.function
    if function is None or not function.fact.asynchronous or function.fact.generator or task.declaration.between:
        return
    if not task.declaration.complete or any(app.cls is not None for app in task.apps):
        return
    line = project.celery.options.bases(task.declaration)
    if line is None or any(_may_await(base) for base in line):
        return
    pools = [task.setting("worker_pool")] if task.apps else []
    pools += [found for found in (project.celery.workers.option(task.apps, "worker_pool"),) if found is not None]
    for pool in pools:
        for possibility in pool.possibilities:
            if possibility.value is UNKNOWN or (
                possibility.value is not UNSET and possibility.value not in PLAIN_POOLS
            ):
                return
    yield report(rule, task, project)


def _may_await(base: Class | External) -> bool:
    if isinstance(base, External):
        return base.name not in _PLAIN
    return bool({"__call__", "run", "__new__", "__init_subclass__"}.intersection(base.fact.members))
