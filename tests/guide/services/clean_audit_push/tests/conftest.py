import os
import pytest
os.environ.setdefault("PUBSUB_EMULATOR_HOST", "localhost:8085")
@pytest.fixture
def publisher():
    from google.cloud import pubsub_v1
    return pubsub_v1.PublisherClient()
