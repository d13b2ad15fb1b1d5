import unittest
import pytest
from tasks import build
class TestBuild(unittest.TestCase):
    def test_build(self):  # CNC503
        build(1)
    @pytest.mark.timeout(5)
    def test_timed(self):
        build(1)
