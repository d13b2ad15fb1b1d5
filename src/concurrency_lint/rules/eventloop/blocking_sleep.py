"""`time.sleep` on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC101",
    name="blocking-sleep",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="await the loop's own sleep",
    since="0.1",
    severity=Severity.ERROR,
    fix="safe",
    fix_note="`await asyncio.sleep(...)`, or `anyio.sleep`/`trio.sleep` where the module uses those",
    explanation="""
    While a thread sleeps in `time.sleep`, nothing else on its event loop runs: no other
    request, no timeout, no cancellation.

    Bad:

        import time

        async def poll(job):
            while not job.done:
                time.sleep(0.5)

    Good:

        import asyncio

        async def poll(job):
            while not job.done:
                await asyncio.sleep(0.5)

    Limits: `time.sleep(0)` gives up the processor and returns; it is not reported. How long a
    sleep lasts is not judged.
    """,
)

check = reports(rule, "sleep")
