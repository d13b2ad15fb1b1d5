"""`loop.run_in_executor` where the house offloads with anyio."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, FixRequest, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.practices.handoffs import RawHandoff
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC405",
    name="raw-executor-in-async",
    summary="`{name}` in a coroutine loses context variables and cancellation; use `anyio.to_thread.run_sync`",
    help="use `await anyio.to_thread.run_sync(...)`, with a limiter where the number of threads matters",
    since="0.1",
    fix="unsafe",
    fix_note="`await anyio.to_thread.run_sync(...)`, or `asyncio.to_thread` in a project without AnyIO",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    `run_in_executor` copies no context variables, so that traces and log contexts end there, and
    its default pool is shared with name resolution. anyio copies them, and counts its threads.

    Bad:

        import asyncio

        async def load(path):
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(None, path.read_bytes)

    Good:

        import anyio

        async def load(path):
            return await anyio.to_thread.run_sync(path.read_bytes)

    Limits: a pool of processes, and a pool of which nothing is known, are not reported.
    """,
)


@rule.on(RawHandoff)
def check(handoff: RawHandoff, project: Project) -> Iterator[Finding]:
    yield rule.at(handoff.path, handoff.span, handoff.symbol, name=handoff.name, fix=FixRequest(fixer="executor"))
