from shop import place


def test_place():
    assert place.apply((1.3,)).get() == 1.3
