"""A `threading` lock held while awaiting."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC111",
    name="lock-across-await",
    summary=(
        "a thread lock is held across an `await`{via}: whoever takes it next on this loop blocks it for good; {way_out}"
    ),
    help="use `asyncio.Lock` with `async with`, or release the lock before awaiting",
    since="0.1",
    severity=Severity.ERROR,
    explanation="""
    While a coroutine awaits, others run on the same thread. The next one that takes the lock
    blocks the thread, so the holder never gets to release it: a deadlock.

    Bad:

        import threading

        lock = threading.Lock()

        async def refresh(client):
            with lock:
                return await client.fetch()

    Good:

        import asyncio

        lock = asyncio.Lock()

        async def refresh(client):
            async with lock:
                return await client.fetch()

    Limits: `acquire()` and `release()` are paired in the order in which they stand in the
    function.
    """,
)

check = reports(rule, "lock-across-await", consequence=", and it is not given back before others have run")
