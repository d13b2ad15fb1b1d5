"""A consumer that takes a message at its word."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.practices.received import UncheckedMessage
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC307",
    name="unvalidated-message",
    summary="`{consumer}` uses what `{decoder}` gives without checking it; validate it with a Pydantic model",
    help="validate the message with a Pydantic model (`Model.model_validate_json`), Avro or Protobuf",
    since="0.1",
    explanation="""
    What comes from a queue was written by other code, of another version. A key that is missing
    fails in the middle of the work, after half of it is done, and again with each delivery.

    Bad:

        # app/subscribers/orders.py
        import json
        from kafka import KafkaConsumer

        def listen(ship):
            for message in KafkaConsumer("orders"):
                order = json.loads(message.value)
                ship(order["id"])

    Good:

        # app/subscribers/orders.py
        from kafka import KafkaConsumer
        from pydantic import BaseModel

        class OrderPlaced(BaseModel):
            id: int

        def listen(ship):
            for message in KafkaConsumer("orders"):
                order = OrderPlaced.model_validate_json(message.value)
                ship(order.id)

    Limits: data that is handed to any other function may be checked there.
    """,
)


@rule.on(UncheckedMessage)
def check(message: UncheckedMessage, project: Project) -> Iterator[Finding]:
    yield rule.at(message.path, message.span, message.symbol, consumer=message.consumer, decoder=message.decoder)
