"""The command line wins over the ini file: 120 seconds are too long."""
import pytest
from tasks import build
def test_build():  # CNC503
    build(1)
@pytest.mark.timeout(60)
def test_marked():
    build(1)
