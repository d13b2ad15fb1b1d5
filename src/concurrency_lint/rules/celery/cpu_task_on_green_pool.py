"""A task that computes, on a pool that shares one interpreter."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.delivery import SHARING_POOLS
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC220",
    name="cpu-task-on-green-pool",
    summary=(
        "task `{task}` computes (`{sink}`{via}) on a pool of {pool}, which holds up every other task there; run "
        "it on prefork"
    ),
    help="give it a queue of its own with a `--pool=prefork` worker",
    since="0.1",
    explanation="""
    Greenlets and threads are for waiting. While one of them computes, the others of the same
    process stand still, heartbeats included.

    Bad:

        import hashlib

        from celery import Celery

        app = Celery("shop")
        app.conf.worker_pool = "gevent"

        @app.task
        def derive(password, salt):
            return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1).hex()

    Good:

        import hashlib

        from celery import Celery

        app = Celery("shop")
        app.conf.worker_pool = "prefork"

        @app.task
        def derive(password, salt):
            return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1).hex()

    Limits: the pool is taken from `worker_pool` and from command lines (`-P`); where one of the
    workers that may run the task is prefork, nothing is reported.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    pools = project.celery.delivery.pools(task)
    if not pools or not all(pool in SHARING_POOLS for pool in pools):
        return
    found = task.computes
    if found is None:
        return
    yield rule.at(
        task.path,
        task.span,
        task.symbol,
        task=task.title,
        via=found.via,
        pool=SHARING_POOLS[pools[0]],
        sink=found.sink,
        chain=found.chain,
    )
