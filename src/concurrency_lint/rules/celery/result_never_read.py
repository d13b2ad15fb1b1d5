"""Results that are kept for nobody."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.celery.option_values import falsy
from concurrency_lint.project.celery.tasks import Task
from concurrency_lint.rules.celery._adding import adding
from concurrency_lint.rules.celery._reporting import report
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC221",
    name="result-never-read",
    summary="the result of task `{task}` is stored, and nothing in the project reads results; set `ignore_result=True`",
    help="set `ignore_result=True`, or `task_ignore_result` for all tasks",
    since="0.1",
    fix="unsafe",
    fix_note="`ignore_result=True` in the decorator",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    Each result is one more write, and stays for a day. A backend that nobody reads only grows.

    Bad:

        from celery import Celery

        app = Celery("shop", backend="redis://redis:6379/1")

        @app.task
        def send_invoice(order_id):
            return True

    Good:

        from celery import Celery

        app = Celery("shop", backend="redis://redis:6379/1")

        @app.task(ignore_result=True)
        def send_invoice(order_id):
            return True

    Limits: any code outside tests that mentions results or chords counts as a reader; other
    programs that read them are out of sight.
    """,
)


@rule.on(Task)
def check(task: Task, project: Project) -> Iterator[Finding]:
    backend = task.setting("result_backend")
    if not backend.surely(lambda value: isinstance(value, str) and value not in ("", "disabled")):
        return
    if not task.option("ignore_result").surely(falsy) or project.celery.delivery.reads_results:
        return
    yield report(rule, task, project, fix=adding(task, project, "ignore_result"))
