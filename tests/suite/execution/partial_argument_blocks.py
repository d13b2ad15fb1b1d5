"""The partial is offloaded; the argument bound into it was fetched on the loop."""
import asyncio
import functools

import requests


def resize(image: bytes, width: int) -> bytes:
    return image[:width]


async def thumbnail(url: str) -> bytes:
    job = functools.partial(resize, requests.get(url).content, 64)  # CNC102
    return await asyncio.to_thread(job)
