"""A timeout for all tests."""
from tasks import build
def test_build():
    build(1)
