"""Work that computes, and holds the interpreter's lock meanwhile, given to threads."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.handoffs import HeldWork
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC402",
    name="cpu-work-in-threads",
    summary="`{sink}` holds the interpreter's lock, so threads do not help{via}; use a process pool or a Celery task",
    help="use `anyio.to_process.run_sync`, a `ProcessPoolExecutor`, or a Celery task",
    since="0.1",
    explanation="""
    Only one thread of a process runs Python code at a time. Work that computes in Python takes as
    long in ten threads as in one, and the event loop and every other thread wait with it.

    Bad:

        from concurrent.futures import ThreadPoolExecutor
        from bs4 import BeautifulSoup

        pool = ThreadPoolExecutor()

        def parse(pages):
            return list(pool.map(BeautifulSoup, pages))

    Good:

        from concurrent.futures import ProcessPoolExecutor
        from bs4 import BeautifulSoup

        pool = ProcessPoolExecutor()

        def parse(pages):
            return list(pool.map(BeautifulSoup, pages))

    Limits: hashing, compression and other work that gives the lock back while it computes is all
    right in threads. A loop of one's own Python code is not measured.
    """,
)


@rule.on(HeldWork)
def check(work: HeldWork, project: Project) -> Iterator[Finding]:
    yield rule.at(
        work.path,
        work.span,
        work.symbol,
        help=f"`{work.sink}` {work.blocks} and holds the interpreter's lock meanwhile; {rule.help}",
        sink=work.sink,
        chain=work.chain,
        via=via(work.chain),
    )
