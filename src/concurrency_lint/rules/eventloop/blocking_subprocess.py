"""Subprocess, os.system, os.wait... on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC104",
    name="blocking-subprocess",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="use `asyncio.create_subprocess_exec` or `anyio.run_process`",
    since="0.1",
    severity=Severity.ERROR,
    fix="unsafe",
    fix_note="`anyio.run_process`, or offload",
    explanation="""
    Starting a process and waiting for it takes from milliseconds to minutes. The event loop
    can wait for processes by itself.

    Bad:

        import subprocess

        async def convert(path):
            subprocess.run(["ffmpeg", "-i", path, "out.mp4"], check=True)

    Good:

        import anyio

        async def convert(path):
            await anyio.run_process(["ffmpeg", "-i", path, "out.mp4"])

    Limits: `Popen.poll` and `wait(timeout=0)` return at once and are not reported.
    """,
)

check = reports(rule, "subprocess")
