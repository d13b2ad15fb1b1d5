from tasks import build
def test_build():  # CNC503
    assert build.apply(args=[1]).get() is None
