from pytest import mark

from shop import place


@mark.timeout(30, method="signal")
def test_place():
    assert place(1.3) == 1.3
