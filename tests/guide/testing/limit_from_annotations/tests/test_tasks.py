"""Annotations win over the decorator."""
import pytest
from shop.tasks import build
@pytest.mark.timeout(60)
def test_too_long():  # CNC503
    build(1)
@pytest.mark.timeout(15)
def test_short_enough():
    build.apply(args=(1,))
