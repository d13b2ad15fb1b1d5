from app.work import thumbnail
def test_thumbnail(picture):
    assert thumbnail(picture)[:4] == b"\x89PNG"
