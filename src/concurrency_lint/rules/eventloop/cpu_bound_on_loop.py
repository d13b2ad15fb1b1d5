"""CPU-bound work on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC108",
    name="cpu-bound-on-loop",
    summary="`{sink}` computes on the event loop{via}; {way_out}",
    help="send it to a thread where it releases the GIL, else to a process",
    since="0.1",
    severity=Severity.ERROR,
    fix="unsafe",
    fix_note="offload to a thread where the GIL is released, else to a process",
    explanation="""
    Password hashing, compression and the like keep the processor busy; the loop stands still
    meanwhile, although nothing waits for anything.

    Bad:

        import hashlib

        async def hashed(password, salt):
            return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)

    Good:

        import hashlib

        import anyio

        def derive(password, salt):
            return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)

        async def hashed(password, salt):
            return await anyio.to_thread.run_sync(derive, password, salt)

    Limits: how much data is processed is not known; only names whose work is heavy as a rule
    are listed.
    """,
)

check = reports(rule, "cpu")
