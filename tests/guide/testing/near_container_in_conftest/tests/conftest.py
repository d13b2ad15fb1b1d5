"""A container that conftest.py starts."""
import pytest
from testcontainers.kafka import KafkaContainer
@pytest.fixture(scope="session")
def kafka():
    with KafkaContainer() as container:
        yield container.get_bootstrap_server()
