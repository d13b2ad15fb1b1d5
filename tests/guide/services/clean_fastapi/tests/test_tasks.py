import pytest
from app.tasks import render
@pytest.mark.timeout(60)
def test_render(celery_setup):
    queue = celery_setup.worker.worker_queue
    render.s(1, "a").apply_async(queue=queue).get(timeout=30)
