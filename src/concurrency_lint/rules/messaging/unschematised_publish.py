"""A message that fits no schema."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding, via
from concurrency_lint.project import Project
from concurrency_lint.project.practices.messages import Publication
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC302",
    name="unschematised-publish",
    summary="the {client} message of `{call}`{via} fits no schema; send a Pydantic model, Avro or Protobuf",
    help="validate the payload with a Pydantic model, or encode it with Avro or Protobuf",
    since="0.1",
    explanation="""
    A message outlives the code that sends it. Without a schema a renamed key is found by the
    consumer that fails on it, in production.

    Bad:

        import json
        from kafka import KafkaProducer

        producer = KafkaProducer()

        def placed(order_id, headers):
            producer.send("orders", json.dumps({"id": order_id}).encode(), headers=headers)

    Good:

        from kafka import KafkaProducer
        from pydantic import BaseModel

        producer = KafkaProducer()

        class OrderPlaced(BaseModel):
            id: int

        def placed(order_id, headers):
            producer.send("orders", OrderPlaced(id=order_id).model_dump_json().encode(), headers=headers)

    Limits: a payload that comes from elsewhere is silent; one that callers hand to a function which
    sends it is reported at their calls. Further base classes and serialisers that
    give a schema are named by the option `schemas`; a dataclass checks nothing.
    """,
)


@rule.on(Publication)
def check(publication: Publication, project: Project) -> Iterator[Finding]:
    if publication.raw:
        yield rule.at(
            publication.path,
            publication.span,
            publication.symbol,
            client=publication.client,
            call=publication.call,
            chain=publication.chain,
            via=via(publication.chain),
        )
