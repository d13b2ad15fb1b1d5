"""The limit is the worker's."""
import pytest
from shop.tasks import build
def test_without():  # CNC503
    build(1)
@pytest.mark.timeout(50)
def test_with():
    build(1)
