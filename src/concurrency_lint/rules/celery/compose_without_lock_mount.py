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
    explanation="""
    Whoever checks out the repository should get the workers with one command. `compose.celery.yml`
    is looked at, else every compose file of the project.

    Bad:

        from celery import Celery

        app = Celery("shop", broker="redis://redis:6379/0")

    Good:

        def total(prices):
            return sum(prices)

    Limits: a service is a worker or beat by its command, then by its name. The command line reports
    this in the compose file, flake8 where the app is made.
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
