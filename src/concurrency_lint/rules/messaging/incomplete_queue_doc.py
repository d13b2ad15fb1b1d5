"""An entry of the document about messages that leaves out what it is for."""

from __future__ import annotations

from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC305",
    name="incomplete-queue-doc",
    summary="the entry of `{entry}` says nothing of its {missing}; fill it in",
    help="say what it is for, which schema its messages have, and what tells a repeated one",
    since="0.1",
    explanation="""
    An entry is read by whoever writes the other end. Without the purpose nobody knows whether it
    may go, without the schema nobody can read it, and without the key nobody knows what a second
    delivery does. The command line and editors report it, on the line of the document.

    Bad:

        # m2m/README.md
        # | task          | purpose          | schema   | idempotency key |
        # | ------------- | ---------------- | -------- | --------------- |
        # | build_report  | nightly reports  |          | TODO            |

    Good:

        # m2m/README.md
        # | task          | purpose          | schema        | idempotency key |
        # | ------------- | ---------------- | ------------- | --------------- |
        # | build_report  | nightly reports  | ReportRequest | report_id       |

    Limits: what an entry says is not judged.
    """,
)
