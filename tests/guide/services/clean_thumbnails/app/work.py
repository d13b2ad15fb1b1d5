import io
from PIL import Image
def thumbnail(data: bytes, size: int = 128) -> bytes:
    image = Image.open(io.BytesIO(data))
    image.thumbnail((size, size))
    target = io.BytesIO()
    image.save(target, format="PNG")
    return target.getvalue()
