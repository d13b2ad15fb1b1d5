"""A broker of another version than the one in production."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.celery.compose_findings import ComposeProblem
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC232",
    name="compose-broker-version",
    summary="broker image `{subject}` {what}; {way_out}",
    help="`broker-images` names the images and versions that the house runs",
    since="0.1",
    document="compose.celery.yml",
    explanation="""
    A broker that differs from production's behaves like production until it does not. Only the
    image that the broker URL names is judged.

    Bad:

        services:
          queue:
            image: redis:latest
          worker:
            build: .
            command: celery -A example worker
            environment:
              BROKER_URL: redis://queue:6379/0

    Good:

        services:
          queue:
            image: redis:7.4-alpine
          worker:
            build: .
            command: celery -A example worker
            environment:
              BROKER_URL: redis://queue:6379/0

    Limits: a tag that comes from the environment without a default is not judged, nor an image of a
    broker that `broker-images` does not name.
    """,
)


@rule.on(ComposeProblem)
def check(problem: ComposeProblem, project: Project) -> Iterator[Finding]:
    if problem.kind == "image":
        yield rule.at(
            problem.path,
            problem.span,
            problem.symbol,
            subject=problem.subject,
            what=problem.what,
            way_out=problem.way_out,
        )
