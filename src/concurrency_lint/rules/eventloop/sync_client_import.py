"""A client that blocks, in a module that has coroutines."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.practices.imports import SyncImport
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC113",
    name="sync-client-import",
    summary="a module with coroutines imports `{client}`, which blocks; use `{instead}`",
    help="use the client that can be awaited",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    What is at hand is used. In a module with coroutines a client that blocks is one edit away from
    blocking the event loop.

    Bad:

        import requests

        async def rates(client): ...

        def legacy_rates():
            return requests.get("https://rates.example").json()

    Good:

        import httpx

        async def rates():
            async with httpx.AsyncClient() as client:
                return (await client.get("https://rates.example")).json()

    Limits: an import inside another package's name (`from redis import asyncio`) is the
    asynchronous client.
    """,
)


@rule.on(SyncImport)
def check(imported: SyncImport, project: Project) -> Iterator[Finding]:
    yield rule.at(imported.path, imported.span, imported.symbol, client=imported.name, instead=imported.instead)
