"""A handler that queues a task, and says that it is done."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.requests import RequestEnqueue
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC121",
    name="enqueue-without-202",
    summary="`{handler}` answers for the queued task `{task}`{via}, and not with 202; answer `202 Accepted`",
    help="answer `202 Accepted`: the work has been taken on, and is not done",
    since="0.1",
    fix="unsafe",
    fix_note="`status_code=202` in the decorator, in the response, or behind what is returned",
    explanation="""
    200 says that the work is done. A client that reads 200 shows the result that is not there yet,
    and does not ask again. 202 says that it has been taken on.

    Bad:

        from celery import shared_task
        from fastapi import FastAPI

        app = FastAPI()

        @shared_task
        def build(report_id): ...

        @app.post("/reports/{report_id}")
        def create(report_id: int):
            return {"task": build.delay(report_id).id}

    Good:

        from celery import shared_task
        from fastapi import FastAPI

        app = FastAPI()

        @shared_task
        def build(report_id): ...

        @app.post("/reports/{report_id}", status_code=202)
        def create(report_id: int):
            return {"task": build.delay(report_id).id}

    Limits: reported where the answer depends on the task: where it holds what queueing gave (its
    id), or where queueing is all that the handler does. A handler that has asked a database or
    called a server by then answers for that, and the task (a mail, an audit event) is an extra.
    Redirects, and a status that is computed, are silent.
    """,
)


@rule.on(RequestEnqueue)
def check(enqueue: RequestEnqueue, project: Project) -> Iterator[Finding]:
    yield rule.at(
        enqueue.path,
        enqueue.span,
        enqueue.symbol,
        chain=enqueue.chain,
        via=via(enqueue.chain),
        handler=enqueue.handler,
        task=enqueue.task,
        fix=enqueue.fix,
    )
