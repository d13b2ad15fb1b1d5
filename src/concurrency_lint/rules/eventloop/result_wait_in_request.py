"""A request that waits for a queued task."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.requests import RequestWork
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC122",
    name="result-wait-in-request",
    summary="`{handler}` waits for a task's result with `{sink}`{via}; answer 202 with the task's id",
    help="answer 202 with the task's id, and let the client ask for the result",
    since="0.1",
    stands_for=("CNC106",),
    explanation="""
    Waiting for the result gives up what the queue was for: the request takes as long as the task,
    and as long as the tasks before it. With all handlers waiting, nothing is left to answer.

    Bad:

        from celery import shared_task
        from flask import Flask

        app = Flask(__name__)

        @shared_task
        def total(customer): ...

        @app.get("/totals/<customer>")
        def show(customer):
            return {"total": total.delay(customer).get(timeout=10)}

    Good:

        from celery import shared_task
        from flask import Flask

        app = Flask(__name__)

        @shared_task
        def total(customer): ...

        @app.post("/totals/<customer>")
        def show(customer):
            return {"task": total.delay(customer).id}, 202

    Limits: a result whose type is nowhere in sight is not known to be one.
    """,
)


@rule.on(RequestWork)
def check(work: RequestWork, project: Project) -> Iterator[Finding]:
    if work.sort != "result":
        return
    yield rule.at(
        work.path,
        work.span,
        work.symbol,
        sink=work.sink,
        chain=work.chain,
        via=via(work.chain),
        handler=work.handler,
    )
