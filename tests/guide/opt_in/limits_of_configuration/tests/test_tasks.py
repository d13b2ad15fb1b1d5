import pytest
from shop.tasks import checked, too_late
@pytest.mark.timeout(30)
def test_checked():
    checked(1)
@pytest.mark.timeout(30)
def test_too_late():  # CNC503
    too_late(1)
