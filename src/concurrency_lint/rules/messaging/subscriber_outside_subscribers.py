"""A consumer of messages that stands among other code."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.practices.consumers import Consumer
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC301",
    name="subscriber-outside-subscribers",
    summary="a {client} consumer (`{call}`) stands outside the subscribers; move it to `{home}`",
    help="move the consumer to the folder of subscribers",
    since="0.1",
    explanation="""
    Consumers are entry points, like routes: whoever looks for what a service reacts to should find
    them in one place. The folders are the option `subscribers`.

    Bad:

        # app/orders.py
        from kafka import KafkaConsumer

        def listen():
            for message in KafkaConsumer("orders"):
                print(message.offset)

    Good:

        # app/subscribers/orders.py
        from kafka import KafkaConsumer

        def listen():
            for message in KafkaConsumer("orders"):
                print(message.offset)

    Limits: a consumer whose client is handed in by unknown hands is not known to be one.
    """,
)


@rule.on(Consumer)
def check(consumer: Consumer, project: Project) -> Iterator[Finding]:
    if not consumer.home:
        return
    yield rule.at(
        consumer.path, consumer.span, consumer.symbol, client=consumer.client, call=consumer.call, home=consumer.home
    )
