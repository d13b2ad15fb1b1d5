"""A timeout below the hard limit."""
import pytest
from shop.tasks import build
@pytest.mark.timeout(61)
def test_late():  # CNC503
    build(1)
@pytest.mark.timeout(10)
def test_early():
    build(1)
