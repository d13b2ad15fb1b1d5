"""An entry of the document about messages for what is gone."""

from __future__ import annotations

from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC306",
    name="stale-queue-doc",
    summary="no file of the project holds `{entry}`; remove the entry, or correct its name",
    help="remove the entry, or have `concurrency-lint m2m --write` mark it",
    since="0.1",
    explanation="""
    An entry for something that is gone sends people looking for it. The command line and editors
    report it, on the line of the document.

    Bad:

        # m2m/README.md
        # | topic         | purpose          | schema     | idempotency key |
        # | ------------- | ---------------- | ---------- | --------------- |
        # | orders.v0     | until 2019       | OrderV0    | order_id        |

    Good:

        # m2m/README.md
        # | topic         | purpose          | schema      | idempotency key |
        # | ------------- | ---------------- | ----------- | --------------- |
        # | orders.placed | starts shipping  | OrderPlaced | event_id        |

    Limits: a name that stands anywhere in the code or in a configuration file counts as in use.
    """,
)
