"""Pillow opens a file when asked to, and computes at every transformation; an image in memory costs nothing to open."""
import asyncio
import io

from PIL import Image, ImageOps


async def thumbnail(path: str) -> None:
    image = Image.open(path)  # CNC103
    image.thumbnail((200, 200))  # CNC108
    image.save(path + ".small.png")  # CNC108


async def avatar(upload: bytes) -> bytes:
    image = Image.open(io.BytesIO(upload))
    square = ImageOps.fit(image, (64, 64))  # CNC108
    return await asyncio.to_thread(square.tobytes)
