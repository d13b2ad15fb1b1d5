"""A late acknowledgement that a killed process gives all the same."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import adding
from concurrency_lint.rules.celery._reporting import is_asked_for, report, state
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC209",
    name="acks-late-without-reject-on-lost",
    summary=(
        "task `{task}` acknowledges late, yet a killed process loses it: `reject_on_worker_lost` is {state}; "
        "set `reject_on_worker_lost=True`"
    ),
    help="with `reject_on_worker_lost=True` the message goes back to the queue when the process is killed",
    since="0.1",
    fix="unsafe",
    fix_note="`reject_on_worker_lost=True` in the decorator; a task that always kills its process then never ends",
    severity=Severity.ERROR,
    explanation="""
    When a worker's child is killed, as by the kernel when memory runs out, its parent notices, and
    acknowledges the message although `acks_late` is set. Only `reject_on_worker_lost` sends it back.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task(acks_late=True)
        def send_invoice(order_id): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(acks_late=True, reject_on_worker_lost=True)
        def send_invoice(order_id): ...

    Limits: `retry_on_worker_lost` of Celery 5.7 satisfies the rule.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    if not is_asked_for(task, "reject_on_worker_lost", project):
        return
    if not task.option("acks_late").surely(lambda value: not falsy(value)):
        return
    rejects, retries = task.option("reject_on_worker_lost"), task.option("retry_on_worker_lost")
    if not rejects.surely(falsy) or not retries.surely(falsy):
        return
    fix = adding(task, project, "reject_on_worker_lost")
    yield report(rule, task, project, fix=fix, state=state(task, "reject_on_worker_lost", project))
