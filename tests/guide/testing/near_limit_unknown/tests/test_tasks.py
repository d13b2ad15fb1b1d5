from shop.tasks import build, computed, foreign, starred
def test_all():
    build(1)
    foreign(1)
    starred(1)
    computed(1)
