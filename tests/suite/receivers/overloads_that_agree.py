"""What overloads declare counts where the implementation says nothing."""

from typing import Literal, overload

import requests


class Box:
    @overload
    def client(self, kind: Literal["a"]) -> requests.Session: ...
    @overload
    def client(self, kind: Literal["b"]) -> requests.Session: ...
    def client(self, kind):
        return self._clients[kind]


async def fetch(box: Box, url: str):
    return box.client("a").get(url)  # CNC102
