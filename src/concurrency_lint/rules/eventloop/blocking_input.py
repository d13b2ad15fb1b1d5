"""`input`, `getpass` or a debugger on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC109",
    name="blocking-input",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="ask in a thread",
    since="0.1",
    severity=Severity.ERROR,
    fix="unsafe",
    fix_note="offload `input` to a thread",
    explanation="""
    Waiting for somebody to type stops the loop for as long as that person thinks.

    Bad:

        async def confirm(question):
            return input(question) == "y"

    Good:

        import asyncio

        async def confirm(question):
            return await asyncio.to_thread(input, question) == "y"

    Limits: reading a pipe through `sys.stdin` counts as input, too.
    """,
)

check = reports(rule, "input")
