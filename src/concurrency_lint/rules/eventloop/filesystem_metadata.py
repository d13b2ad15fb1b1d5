"""Cheap file-system calls on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC110",
    name="filesystem-metadata",
    summary="`{sink}` asks the file system on the event loop{via}; {way_out}",
    help="use `anyio.Path`",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    fix="unsafe",
    fix_note="`anyio.Path`",
    explanation="""
    `exists`, `stat`, `mkdir` and the like take microseconds on a local disk and seconds on a
    network file system that hangs. Teams whose files are remote switch this rule on.

    Bad:

        from pathlib import Path

        async def present(name):
            return Path(name).exists()

    Good:

        import anyio

        async def present(name):
            return await anyio.Path(name).exists()

    Limits: opt-in, since on a local disk nobody notices.
    """,
)

check = reports(rule, "metadata")
