"""An event loop started or driven from a running one."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC112",
    name="nested-event-loop",
    summary="`{sink}` is reached on a running event loop{via}: it raises RuntimeError or deadlocks; {way_out}",
    help="await the coroutine",
    since="0.1",
    severity=Severity.ERROR,
    fix="safe",
    fix_note="`await`, where the coroutine is called in place in an `async def`",
    explanation="""
    `asyncio.run`, `run_until_complete` and `async_to_sync` refuse to work in a thread whose
    loop is running.

    Bad:

        import asyncio

        async def load(): ...

        def load_sync():
            return asyncio.run(load())

        async def handler():
            return load_sync()

    Good:

        async def load(): ...

        async def handler():
            return await load()

    Limits: a branch that is taken only where `asyncio.get_running_loop()` fails, or where
    `is_running()` is false, is not reported; other ways of asking are not understood.
    """,
)

check = reports(rule, "event-loop", consequence="")
