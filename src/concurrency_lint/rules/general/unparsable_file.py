"""A file that is not valid Python for the running version."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC900",
    name="unparsable-file",
    summary="the file cannot be parsed: {reason}; nothing in it was checked",
    help="correct the syntax, or run the linter with the Python version that the file is written for",
    since="0.1",
    severity=Severity.ERROR,
    always_on=True,
    explanation="""
    A file that does not parse cannot be checked. It is reported where the parser stopped, and
    every other file is checked all the same. In flake8 this is E999.

    Bad:

        async def handler(:
            pass

    Good:

        async def handler():
            pass

    Limits: syntax that is newer than the Python that runs the linter does not parse.
    """,
)
