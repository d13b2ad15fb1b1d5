"""Queueing a task from a coroutine."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC116",
    name="enqueue-on-loop",
    summary="`{sink}` sends a message to the broker on the event loop{via}; {way_out}",
    help="offload the call with `await anyio.to_thread.run_sync(...)`",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    fix="unsafe",
    fix_note="`await anyio.to_thread.run_sync(...)`",
    explanation="""
    Queueing a task is a short network call: a millisecond as a rule, and as long as the broker is
    away when it is away.

    Bad:

        from celery import shared_task

        @shared_task
        def build(report_id): ...

        async def request_report(report_id):
            build.delay(report_id)

    Good:

        import anyio
        from celery import shared_task

        @shared_task
        def build(report_id): ...

        async def request_report(report_id):
            await anyio.to_thread.run_sync(build.delay, report_id)

    Limits: a task that is imported from outside the project is not known to be one.
    """,
)

check = reports(rule, "enqueue")
