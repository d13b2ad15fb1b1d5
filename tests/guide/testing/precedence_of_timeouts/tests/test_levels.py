"""The nearest marker wins over module, class and ini file."""
import pytest
from shop.tasks import build
pytestmark = pytest.mark.timeout(25)
def test_module():
    build(1)
@pytest.mark.timeout(300)
def test_own():  # CNC503
    build(1)
@pytest.mark.timeout(0)
def test_off():  # CNC503
    build(1)
@pytest.mark.timeout(timeout=90)
class TestClass:
    def test_class(self):  # CNC503
        build(1)
    @pytest.mark.timeout(5, method="thread")
    def test_method(self):
        build(1)
