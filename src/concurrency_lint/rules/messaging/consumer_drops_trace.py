"""A consumer that sends on without the trace of its message."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, Severity
from concurrency_lint.project import Project
from concurrency_lint.project.practices.consumers import DroppedTrace
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC308",
    name="consumer-drops-trace",
    summary="`{consumer}` sends on with {client} and drops the trace of its message; extract `traceparent` first",
    help="call `opentelemetry.propagate.extract` on the headers of the message, and use that context",
    since="0.1",
    severity=Severity.ADVICE,
    opt_in=True,
    explanation="""
    A consumer that starts a trace of its own cuts the chain: what follows belongs to nothing.

    Bad:

        # app/subscribers/orders.py
        from kafka import KafkaConsumer, KafkaProducer

        producer = KafkaProducer()

        def listen(headers):
            for message in KafkaConsumer("orders"):
                producer.send("shipments", message.value, headers=headers)

    Good:

        # app/subscribers/orders.py
        from kafka import KafkaConsumer, KafkaProducer
        from opentelemetry.propagate import extract, inject

        producer = KafkaProducer()

        def listen():
            for message in KafkaConsumer("orders"):
                carrier = dict(message.headers)
                context = extract(carrier)
                inject(carrier, context)
                producer.send("shipments", message.value, headers=list(carrier.items()))

    Limits: what the functions that a consumer calls send is not looked at.
    """,
)


@rule.on(DroppedTrace)
def check(dropped: DroppedTrace, project: Project) -> Iterator[Finding]:
    yield rule.at(dropped.path, dropped.span, dropped.symbol, consumer=dropped.consumer, client=dropped.client)
