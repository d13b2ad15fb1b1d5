"""Partial functions of methods and of helpers are kept, and called on the loop or handed on."""
import asyncio
from functools import partial, partialmethod

import requests


def fetch(session: requests.Session, url: str, timeout: float = 10) -> bytes:
    return session.get(url, timeout=timeout).content


class Api:
    def __init__(self) -> None:
        self.session = requests.Session()
        self.get = partial(fetch, self.session)
        self.post = partial(self.session.post, timeout=3)

    def _request(self, method: str, url: str) -> bytes:
        return self.session.request(method, url).content

    delete = partialmethod(_request, "DELETE")

    async def read(self, url: str) -> bytes:
        return self.get(url)  # CNC102

    async def write(self, url: str) -> bytes:
        return self.post(url).content  # CNC102

    async def remove(self, url: str) -> bytes:
        return self.delete(url)  # CNC102

    async def read_elsewhere(self, url: str) -> bytes:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, partial(self.get, url, timeout=3))
