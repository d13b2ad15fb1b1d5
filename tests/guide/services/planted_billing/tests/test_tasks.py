import pytest
from billing.tasks import charge, settle
def test_charge(celery_worker):  # CNC503
    charge.delay(1, "a")
@pytest.mark.timeout(60)
def test_charge_in_time(celery_worker):
    charge.delay(1, "a")
def test_settle(celery_worker):
    settle.delay("2026-01-01", "a")
