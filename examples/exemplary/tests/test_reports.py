import pytest
from kafka import KafkaProducer
from testcontainers.kafka import KafkaContainer

from app.tasks import build


@pytest.mark.timeout(50)
def test_build(celery_setup):
    queue = celery_setup.worker.worker_queue
    build.s(1, "a").apply_async(queue=queue).get(timeout=30)


def test_placed():
    with KafkaContainer() as kafka:
        KafkaProducer(bootstrap_servers=kafka.get_bootstrap_server()).flush()
