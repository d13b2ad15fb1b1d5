"""Tests with the emulator of Pub/Sub."""
import pytest
from google.cloud import pubsub_v1
@pytest.fixture
def publisher(monkeypatch):
    monkeypatch.setenv("PUBSUB_EMULATOR_HOST", "localhost:8085")
    return pubsub_v1.PublisherClient()
def test_topic(publisher):
    publisher.create_topic(name="projects/p/topics/orders")
