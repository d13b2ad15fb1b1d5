"""A message that nobody can connect with the request that caused it."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.messages import Publication
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC303",
    name="publish-without-trace",
    summary=("the {client} message of `{call}`{via} carries no `traceparent`; inject the current trace into {place}"),
    help="call `opentelemetry.propagate.inject` on the headers, or switch on the instrumentation of the client",
    since="0.1",
    explanation="""
    Where a trace ends at the broker, nobody finds out which request caused what a consumer does.

    Bad:

        from kafka import KafkaProducer

        producer = KafkaProducer()

        def placed(event):
            producer.send("orders", event.SerializeToString())

    Good:

        from kafka import KafkaProducer
        from opentelemetry.propagate import inject

        producer = KafkaProducer()

        def placed(event):
            carrier = {}
            inject(carrier)
            headers = [(key, value.encode()) for key, value in carrier.items()]
            producer.send("orders", event.SerializeToString(), headers=headers)

    Limits: headers that come from elsewhere are silent. OpenTelemetry's instrumentation, in code or
    by its launcher, satisfies the rule for the clients that it covers.
    """,
)


@rule.on(Publication)
def check(publication: Publication, project: Project) -> Iterator[Finding]:
    if not publication.traced:
        yield rule.at(
            publication.path,
            publication.span,
            publication.symbol,
            client=publication.client,
            call=publication.call,
            chain=publication.chain,
            via=via(publication.chain),
            place=publication.trace_place,
        )
