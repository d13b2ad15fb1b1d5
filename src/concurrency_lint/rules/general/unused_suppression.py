"""A comment that silences nothing."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC901",
    name="unused-suppression",
    summary="`# noqa: {silenced}` silences nothing; remove it",
    help="remove the comment, or the code in it",
    since="0.1",
    fix="safe",
    fix_note="the code, or the whole comment, is removed",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    A comment that was needed once hides what comes later to the same line.

    Bad:

        import asyncio

        async def poll(job):
            await asyncio.sleep(0.5)  # noqa: CNC101

    Good:

        import asyncio

        async def poll(job):
            await asyncio.sleep(0.5)

    Limits: a comment on a call that blocks, or on the `def` of a function that leads to one, may
    silence chains from other modules, and counts as used. Codes that are not enabled, and those of
    other tools, are not judged.
    """,
)
