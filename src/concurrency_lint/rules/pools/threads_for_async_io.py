"""Threads that wait, in a project that knows how to wait without."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.handoffs import FanOut
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC406",
    name="threads-for-async-io",
    summary="threads only wait for `{sink}` here{via}; use {instead} with `asyncio.gather`",
    help="use the asynchronous client that the project has, with `asyncio.gather` or a task group",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    Many small waits are what an event loop is for: one thread waits for all of them. A pool waits
    for as many as it has threads.

    Bad:

        import httpx
        from concurrent.futures import ThreadPoolExecutor

        def fetch(url):
            return httpx.get(url).text

        def fetch_all(urls):
            with ThreadPoolExecutor(8) as pool:
                return list(pool.map(fetch, urls))

    Good:

        import asyncio
        import httpx

        async def fetch_all(urls):
            async with httpx.AsyncClient() as client:
                return await asyncio.gather(*[client.get(url) for url in urls])

    Limits: reported only where a file of the project mentions the asynchronous client's library.
    """,
)


@rule.on(FanOut)
def check(fan_out: FanOut, project: Project) -> Iterator[Finding]:
    yield rule.at(
        fan_out.path,
        fan_out.span,
        fan_out.symbol,
        sink=fan_out.sink,
        chain=fan_out.chain,
        via=via(fan_out.chain),
        instead=fan_out.instead,
    )
