"""A module of settings."""
from shop.tasks import app, build
def test_by_signature(celery_setup):  # CNC503
    build.s(1).apply_async(queue=celery_setup.worker.worker_queue).get(timeout=99)
def test_by_name(celery_worker):  # CNC503
    app.send_task("shop.build", args=[1]).get()
