"""The limit is the base class's."""
import pytest
from shop.tasks import build, drop
def test_build():  # CNC503
    build(1)
@pytest.mark.timeout(20)
def test_build_in_time():
    build(1)
def test_drop():
    drop(1)
