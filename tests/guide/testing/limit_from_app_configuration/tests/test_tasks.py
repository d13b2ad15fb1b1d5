"""The limit is the application's."""
import pytest
from shop.tasks import build, quick
def test_without(celery_worker):  # CNC503
    assert build.delay(1).get(timeout=100) is None
@pytest.mark.timeout(60)
def test_too_long(celery_worker):  # CNC503
    build.delay(1)
@pytest.mark.timeout(30)
def test_short_enough(celery_worker):
    build.delay(1)
@pytest.mark.timeout(30)
def test_own_limit(celery_worker):  # CNC503
    quick.delay(1)
