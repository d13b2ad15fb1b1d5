"""A thread-level wait on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC106",
    name="blocking-wait",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="use the asyncio equivalent and await it",
    since="0.1",
    severity=Severity.ERROR,
    explanation="""
    A thread's lock, queue, event, future or join waits for another thread, and with it waits
    the loop. If that other thread needs the loop, neither goes on.

    Bad:

        import queue

        jobs = queue.Queue()

        async def worker():
            while True:
                handle(jobs.get())

    Good:

        import asyncio

        jobs = asyncio.Queue()

        async def worker():
            while True:
                handle(await jobs.get())

    Limits: `get_nowait`, `get(block=False)`, `acquire(blocking=False)` and `result(timeout=0)`
    do not wait. A lock is as slow as the slowest thing that any holder does under it: where all
    holders in its module are quick, the finding is advice. It is advice, too, where only who comes
    first takes the lock: the function looks before, and once more inside (double-checked locking).
    """,
)

check = reports(rule, "wait", "result", "lock", "short-lock")
