"""The function is passed, not called: `asyncio.to_thread` runs it in a worker thread."""
import asyncio

import requests


def fetch(url: str) -> bytes:
    return requests.get(url).content


async def thumbnail_source(url: str) -> bytes:
    return await asyncio.to_thread(fetch, url)
