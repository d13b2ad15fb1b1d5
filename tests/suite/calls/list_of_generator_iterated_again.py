"""The generator runs inside the thread, where `list` takes it apart; the list that comes back holds plain values."""
import asyncio
from collections.abc import Iterator

import requests


class Feed:
    def __init__(self, urls: list[str]) -> None:
        self.urls = urls

    def pages(self) -> Iterator[str]:
        for url in self.urls:
            yield requests.get(url, timeout=5).text

    async def apages(self):
        found = await asyncio.to_thread(lambda: list(self.pages()))
        for page in found:
            yield page
