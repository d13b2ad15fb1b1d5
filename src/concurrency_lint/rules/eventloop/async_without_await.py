"""A coroutine handler that awaits nothing."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.practices.requests import IdleCoroutine
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC114",
    name="async-without-await",
    summary="`{handler}` awaits nothing; write it as a plain `def`",
    help="write it as a plain `def`",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    A coroutine that never awaits runs from end to end on the event loop, and gains nothing from
    being one. A plain function is simpler to call and to test.

    Bad:

        from fastapi import FastAPI

        app = FastAPI()

        @app.get("/version")
        async def version():
            return {"version": "1.4"}

    Good:

        from fastapi import FastAPI

        app = FastAPI()

        @app.get("/version")
        def version():
            return {"version": "1.4"}

    Limits: a handler that blocks is another rule's business, and one that calls asyncio, or
    something of which nothing is known, may need the loop.
    """,
)


@rule.on(IdleCoroutine)
def check(idle: IdleCoroutine, project: Project) -> Iterator[Finding]:
    yield rule.at(idle.path, idle.span, idle.symbol, handler=idle.handler)
