import pytest
from tasks import build
@pytest.mark.timeout(15)
class TestBuild:
    def test_build(self):
        build(1)
