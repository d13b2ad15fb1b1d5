import pytest
from app.tasks import label
@pytest.mark.timeout(50)
def test_label(celery_setup):
    queue = celery_setup.worker.worker_queue
    assert label.s(1, "a").apply_async(queue=queue).get(timeout=20) == "1-a.pdf"
def test_label_in_place():
    label(1, "b")
