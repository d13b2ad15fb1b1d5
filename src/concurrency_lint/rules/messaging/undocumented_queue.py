"""A task, queue or topic that no document describes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.practices.declared import Declared
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC304",
    name="undocumented-queue",
    summary="the {kind} `{entry}` has no entry in `{document}`; describe its purpose, schema and idempotency key",
    help="add an entry by hand, or have `concurrency-lint m2m --write` begin one",
    since="0.1",
    explanation="""
    Who sends to a queue and who reads from it are different programs, often of different teams.
    The document is the one place where both find what is sent, why, and what makes it safe to
    deliver twice. Where it stands is the option `messages-document`.

    Bad:

        from celery import shared_task

        @shared_task
        def build_report(report_id): ...

    Good:

        def build_report(report_id): ...

    Limits: names that are computed are not known. A task is named by its whole name or by its
    function; the default queue needs no entry, and a subscription belongs to its topic.
    """,
)


@rule.on(Declared)
def check(declared: Declared, project: Project) -> Iterator[Finding]:
    if declared.documented:
        return
    document = Path(declared.document)
    root = project.settings.root
    shown = document.relative_to(root) if document.is_relative_to(root) else document
    yield rule.at(
        declared.path,
        declared.span,
        declared.symbol,
        kind=declared.kind,
        entry=declared.name,
        document=shown.as_posix(),
    )
