"""A worker whose packages may differ from those that were locked."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.compose_findings import ComposeProblem
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC231",
    name="compose-without-lock-mount",
    summary="service `{subject}` {what}, so its packages may differ from those of the rest; {way_out}",
    help="mount `uv.lock`, mount the folder that holds it, or copy it into the image",
    since="0.1",
    document="compose.celery.yml",
    explanation="""
    A worker that was built last month runs other packages than the web process that was built
    today. With the lock file in both, `uv sync --locked` sees to that.

    Bad:

        services:
          worker:
            build: .
            command: celery -A example worker

    Good:

        services:
          worker:
            build: .
            command: celery -A example worker
            volumes:
              - ./uv.lock:/srv/uv.lock:ro

    Limits: a mounted folder counts where it holds `uv.lock`, and so does an image whose Dockerfile
    copies it.
    """,
)


@rule.on(ComposeProblem)
def check(problem: ComposeProblem, project: Project) -> Iterator[Finding]:
    if problem.kind == "lock":
        yield rule.at(
            problem.path,
            problem.span,
            problem.symbol,
            subject=problem.subject,
            what=problem.what,
            way_out=problem.way_out,
        )
