"""A request that leaves its work to a thread or process of its own."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.requests import RequestWork
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC123",
    name="thread-in-request",
    summary=(
        "`{handler}` starts work of its own with `{sink}`{via}, which is lost when the process ends; "
        "queue a Celery task"
    ),
    help="queue a Celery task, and answer 202",
    since="0.1",
    explanation="""
    A thread that a request leaves behind dies with the process, without a trace: a deployment, a
    crash or a scaling down loses the work. Nothing bounds how many there are.

    Bad:

        import threading
        from fastapi import FastAPI

        app = FastAPI()

        def send(order_id): ...

        @app.post("/orders/{order_id}/mail")
        def mail(order_id: int):
            threading.Thread(target=send, args=(order_id,)).start()
            return {"sending": order_id}

    Good:

        from celery import shared_task
        from fastapi import FastAPI

        app = FastAPI()

        @shared_task
        def send(order_id): ...

        @app.post("/orders/{order_id}/mail", status_code=202)
        def mail(order_id: int):
            return {"task": send.delay(order_id).id}

    Limits: a thread that the same function joins is not left behind. One that starts more than one
    call away from the handler is taken for a part of some library, made once.
    """,
)


@rule.on(RequestWork)
def check(work: RequestWork, project: Project) -> Iterator[Finding]:
    if work.sort != "thread":
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
