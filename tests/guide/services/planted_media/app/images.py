import io
from PIL import Image
class Thumbnailer:
    def make(self, data):
        return self._encode(Image.open(io.BytesIO(data)).resize((64, 64)))
    def _encode(self, image):
        target = io.BytesIO()
        image.save(target, format="PNG")
        return target.getvalue()
