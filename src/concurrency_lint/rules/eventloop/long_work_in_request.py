"""Work that takes longer than a request should, in a request."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.requests import RequestWork
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC120",
    name="long-work-in-request",
    summary="`{handler}` keeps its client waiting for `{sink}`{via}; queue a Celery task and answer 202",
    help="move the work into a Celery task, and answer 202 with a way to ask for the result",
    since="0.1",
    stands_for=("CNC103", "CNC104", "CNC108"),
    explanation="""
    What takes longer than 200 ms keeps the client waiting, and a thread or the event loop busy.
    Proxies give up, clients try again, and the work is done twice. Off-loading to a thread does
    not change that: the request waits all the same.

    Bad:

        import subprocess
        from fastapi import FastAPI

        app = FastAPI()

        @app.post("/reports/{report_id}")
        def render(report_id: int):
            subprocess.run(["wkhtmltopdf", f"{report_id}.html", f"{report_id}.pdf"])
            return {"done": report_id}

    Good:

        import subprocess
        from celery import shared_task
        from fastapi import FastAPI

        app = FastAPI()

        @shared_task
        def render_pdf(report_id: int):
            subprocess.run(["wkhtmltopdf", f"{report_id}.html", f"{report_id}.pdf"])

        @app.post("/reports/{report_id}", status_code=202)
        def render(report_id: int):
            return {"task": render_pdf.delay(report_id).id}

    Limits: how long a call takes is the catalogue's word (subprocesses, images, archives, data
    frames, models), and not measured. What FastAPI runs in the background after the answer counts,
    since it keeps the same process busy. What is done only where something else has failed, or
    for who first asks for what is kept, does not. `request-limit = "short"` reports every wait.
    """,
)


@rule.on(RequestWork)
def check(work: RequestWork, project: Project) -> Iterator[Finding]:
    if work.sort != "long":
        return
    yield rule.at(
        work.path,
        work.span,
        work.symbol,
        help=f"`{work.sink}` {work.blocks}, and the client waits with it; {rule.help}",
        sink=work.sink,
        chain=work.chain,
        via=via(work.chain),
        handler=work.handler,
    )
