import pytest

from shop import place


@pytest.mark.parametrize("seconds", [0.1, 1.3])
def test_place(seconds):
    assert place(seconds) == seconds
