from shop import place


def test_place():
    assert place(1.3) == 1.3
