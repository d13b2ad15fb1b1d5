"""Clients in tests: one with the emulator, one without anything."""
from google.cloud import pubsub_v1
def test_topic(monkeypatch):
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", "localhost:8085")
    pubsub_v1.PublisherClient().create_topic(name="projects/p/topics/t")
