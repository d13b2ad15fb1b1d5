"""A task whose message is gone before the work is done."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.celery._reporting import requires
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC201",
    name="task-without-acks-late",
    summary="task `{task}` is lost when its worker dies: `acks_late` is {state}; set `acks_late=True`",
    help="acknowledge late, so that the broker hands the message to another worker",
    since="0.1",
    fix="unsafe",
    fix_note="`acks_late=True` in the decorator; the task must then be safe to run twice",
    severity=Severity.ERROR,
    explanation="""
    By default a message is acknowledged before the task runs. When the worker is killed, redeployed
    or runs out of memory, the work is gone and nobody knows.

    Bad:

        from celery import Celery

        app = Celery("shop")

        @app.task
        def send_invoice(order_id): ...

    Good:

        from celery import Celery

        app = Celery("shop")

        @app.task(acks_late=True, reject_on_worker_lost=True)
        def send_invoice(order_id): ...

    Limits: `task_annotations`, base classes, and every form of configuration count. Where one of
    them cannot be read, or no app is in sight, nothing is reported.
    """,
)

check = requires(rule, "acks_late", with_it={"reject_on_worker_lost": "CNC209"})
