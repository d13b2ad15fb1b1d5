"""An app whose workers nobody starts."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.compose_findings import ComposeProblem
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC230",
    name="compose-without-worker-beat",
    summary="app `{subject}`: {what}; {way_out}",
    help="keep a `compose.celery.yml` with a `worker` and, where tasks are scheduled, a `beat` service",
    since="0.1",
    document="compose.celery.yml",
    explanation="""
    Whoever checks out the repository should get the workers with one command. `compose.celery.yml`
    is looked at, else every compose file of the project.

    Bad:

        services:
          redis:
            image: redis:7

    Good:

        services:
          worker:
            build: .
            command: celery -A example worker

    Limits: a service is a worker or beat by its command, then by its name. The command line reports
    this in the compose file, flake8 where the app is made.
    """,
)


@rule.on(ComposeProblem)
def check(problem: ComposeProblem, project: Project) -> Iterator[Finding]:
    if problem.kind == "services":
        yield rule.at(
            problem.path,
            problem.span,
            problem.symbol,
            subject=problem.subject,
            what=problem.what,
            way_out=problem.way_out,
        )
