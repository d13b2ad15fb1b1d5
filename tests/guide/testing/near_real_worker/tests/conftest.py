"""Workers and brokers that are started for the tests."""
import pytest
from celery.contrib.testing.worker import start_worker
from testcontainers.community.kafka import KafkaContainer
from testcontainers.google import PubSubContainer
from testcontainers.redis import RedisContainer
pytest_plugins = ("celery.contrib.pytest",)
@pytest.fixture(scope="session")
def celery_config():
    return {"broker_url": "memory://", "result_backend": "cache+memory://", "task_always_eager": False}
@pytest.fixture(scope="session")
def kafka():
    with KafkaContainer() as container:
        yield container.get_bootstrap_server()
@pytest.fixture(scope="session")
def pubsub(monkeypatch_session):
    with PubSubContainer(project="test") as container:
        yield container.get_publisher_client()
