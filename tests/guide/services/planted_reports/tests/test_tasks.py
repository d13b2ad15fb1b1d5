import pytest
from app.tasks import quick, slow
@pytest.mark.timeout(200)
def test_slow():
    slow(1, "a")
@pytest.mark.timeout(200)
def test_quick():  # CNC503
    quick(1, "a")
