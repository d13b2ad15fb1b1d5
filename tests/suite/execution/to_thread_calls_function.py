"""The parentheses run the function on the loop first; only its result goes to `to_thread`."""
import asyncio

import requests


def fetch(url: str) -> bytes:
    return requests.get(url).content


async def thumbnail_source(url: str) -> bytes:
    return await asyncio.to_thread(fetch(url))  # CNC102
