"""Other network input and output on the loop."""

from __future__ import annotations

from concurrency_lint.findings import Severity
from concurrency_lint.rules.eventloop._reporting import reports
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC107",
    name="blocking-network",
    summary="`{sink}` blocks the event loop{via}; {way_out}",
    help="use an asynchronous client, or send the call to a thread",
    since="0.1",
    severity=Severity.ERROR,
    fix="unsafe",
    fix_note="offload to a thread",
    explanation="""
    Sockets, name resolution, mail, file transfer, cloud SDKs and brokers wait for the network.

    Bad:

        import smtplib

        async def notify(message):
            with smtplib.SMTP("mail") as server:
                server.send_message(message)

    Good:

        import smtplib

        import anyio

        def send(message):
            with smtplib.SMTP("mail") as server:
                server.send_message(message)

        async def notify(message):
            await anyio.to_thread.run_sync(send, message)

    Limits: whether a socket was set non-blocking elsewhere is not followed.
    """,
)

check = reports(rule, "network")
