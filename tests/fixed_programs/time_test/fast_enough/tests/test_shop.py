from shop import place


def test_place():
    assert place(0.1) == 0.1
