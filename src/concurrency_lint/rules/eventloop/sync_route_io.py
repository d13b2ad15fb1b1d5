"""A plain handler that waits where it could await."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.requests import WaitingRoute
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC115",
    name="sync-route-io",
    summary="`{handler}` keeps a thread waiting for `{sink}`{via}; use `async def` and {instead}",
    help="use `async def` and the client that can be awaited",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    A framework for coroutines runs plain handlers in a pool of a few dozen threads. Each that waits
    for a server keeps one of them; when all wait, requests queue up.

    Bad:

        import requests
        from fastapi import FastAPI

        app = FastAPI()

        @app.get("/rates")
        def rates():
            return requests.get("https://rates.example", timeout=5).json()

    Good:

        import httpx
        from fastapi import FastAPI

        app = FastAPI()

        @app.get("/rates")
        async def rates():
            async with httpx.AsyncClient() as client:
                return (await client.get("https://rates.example", timeout=5)).json()

    Limits: clients without an asynchronous sister are all right in a plain handler.
    """,
)


@rule.on(WaitingRoute)
def check(route: WaitingRoute, project: Project) -> Iterator[Finding]:
    yield rule.at(
        route.path,
        route.span,
        route.symbol,
        sink=route.sink,
        chain=route.chain,
        via=via(route.chain),
        handler=route.handler,
        instead=route.instead,
    )
