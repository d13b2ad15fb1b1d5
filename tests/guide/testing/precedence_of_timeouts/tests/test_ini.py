from shop.tasks import build
def test_ini():
    build(1)
