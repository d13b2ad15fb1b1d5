"""A thread for each item of a loop, however many there are."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.practices.pools import ThreadStarted
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC404",
    name="unbounded-threads",
    summary="a `{name}` is started for each item of a loop, and nothing bounds their number; use a pool",
    help="use a `ThreadPoolExecutor` of a fixed size, or `asyncio.TaskGroup` for work that waits",
    since="0.1",
    explanation="""
    A thread costs memory and a place in the scheduler's queue. A thousand items start a thousand
    threads, and a thousand connections behind them.

    Bad:

        import threading

        def notify(customers):
            for customer in customers:
                threading.Thread(target=customer.notify).start()

    Good:

        from concurrent.futures import ThreadPoolExecutor

        def notify(customers):
            with ThreadPoolExecutor(8) as pool:
                for customer in customers:
                    pool.submit(customer.notify)

    Limits: `range(...)` and collections that are written out bound the number themselves, and so
    does a semaphore that the function takes. A thread that is joined before the next one starts
    is one at a time.
    """,
)


@rule.on(ThreadStarted)
def check(thread: ThreadStarted, project: Project) -> Iterator[Finding]:
    yield rule.at(thread.path, thread.span, thread.symbol, name=thread.name)
