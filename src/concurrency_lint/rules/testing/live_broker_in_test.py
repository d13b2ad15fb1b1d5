"""A test that talks to a broker nobody started for it."""

from __future__ import annotations

from collections.abc import Iterator

from concurrency_lint.findings import Finding
from concurrency_lint.project import Project
from concurrency_lint.project.practices.settings_of_tests import LiveBroker
from concurrency_lint.rules.registry import Rule

rule = Rule(
    code="CNC502",
    name="live-broker-in-test",
    summary="a test makes a {client} client (`{call}`) for a real broker; use an emulator or testcontainers",
    help="start the broker for the test: the Pub/Sub emulator, or a container of testcontainers",
    since="0.1",
    explanation="""
    A test against a broker that happens to run passes on one machine, fails on the next, and leaves
    messages behind for others.

    Bad:

        # tests/test_orders.py
        from kafka import KafkaProducer

        def test_placed():
            KafkaProducer(bootstrap_servers="localhost:9092").flush()

    Good:

        # tests/test_orders.py
        from kafka import KafkaProducer
        from testcontainers.kafka import KafkaContainer

        def test_placed():
            with KafkaContainer() as kafka:
                KafkaProducer(bootstrap_servers=kafka.get_bootstrap_server()).flush()

    Limits: an emulator, a container, a stand-in or a skip marker in the module or in a conftest.py
    above it is taken to be about the client.
    """,
)


@rule.on(LiveBroker)
def check(live: LiveBroker, project: Project) -> Iterator[Finding]:
    yield rule.at(live.path, live.span, live.symbol, client=live.client, call=live.call)
