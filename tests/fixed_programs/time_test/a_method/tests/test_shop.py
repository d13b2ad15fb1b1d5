import pytest

from shop import place


class TestPlace:
    @pytest.mark.filterwarnings("error")
    def test_place(self):
        assert place(1.3) == 1.3
