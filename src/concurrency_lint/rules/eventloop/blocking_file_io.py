"""Reading or writing file content on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC103",
    name="blocking-file-io",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="use `anyio.open_file` or `anyio.Path`, or send the work to a thread",
    since="0.1",
    severity=Severity.ERROR,
    fix="unsafe",
    fix_note="offload, or `anyio.open_file`/`anyio.Path` for the plain shapes",
    explanation="""
    Reading and writing files waits for the disk, or for a network file system. Regular files
    have no non-blocking mode: an event loop needs a thread for them.

    Bad:

        async def report(path):
            with open(path) as stream:
                return stream.read()

    Good:

        import anyio

        async def report(path):
            async with await anyio.open_file(path) as stream:
                return await stream.read()

    Limits: `io.StringIO` and `io.BytesIO` are memory; `/proc` and `/sys` are answered at once.
    What is read from a file whose `open` is reported is not reported a second time.
    """,
)

check = reports(rule, "file")
