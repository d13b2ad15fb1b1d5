"""Pillow decodes, scales and encodes in coroutines: in place, in a helper, and from bytes in memory."""
import asyncio
import io

from PIL import Image, ImageOps


def thumbnail(data: bytes, size: int = 256) -> bytes:
    image = Image.open(io.BytesIO(data))
    image = ImageOps.exif_transpose(image)
    image.thumbnail((size, size))
    out = io.BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()


async def avatar(data: bytes) -> bytes:
    return thumbnail(data)  # CNC108


async def cover(path: str) -> tuple[int, int]:
    with Image.open(path) as image:  # CNC103
        resized = image.resize((1200, 800))  # CNC108
        resized.save("/data/cover.jpg", optimize=True)  # CNC108
    return resized.size


async def avatar_elsewhere(data: bytes) -> bytes:
    return await asyncio.to_thread(thumbnail, data)


async def blank() -> Image.Image:
    return Image.new("RGB", (1, 1))
