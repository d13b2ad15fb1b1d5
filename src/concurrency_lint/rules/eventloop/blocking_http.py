"""A synchronous HTTP client on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC102",
    name="blocking-http",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="use an asynchronous HTTP client, or send the call to a thread",
    since="0.1",
    severity=Severity.ERROR,
    fix="unsafe",
    fix_note="offload to a thread",
    explanation="""
    A synchronous HTTP client waits for the other side's answer, often seconds, and the whole
    event loop waits with it.

    Bad:

        import requests

        def fetch(url):
            return requests.get(url, timeout=5).json()

        async def handler(url):
            return fetch(url)

    Good:

        import httpx

        async def handler(url):
            async with httpx.AsyncClient(timeout=5) as client:
                return (await client.get(url)).json()

    Limits: a client whose type cannot be known (an unannotated parameter that nobody in reach
    fills) is not reported.
    """,
)

check = reports(rule, "http")
