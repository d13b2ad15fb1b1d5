import pytest
from tasks import build
@pytest.fixture
def built():
    return build.delay(1).get(timeout=100)
