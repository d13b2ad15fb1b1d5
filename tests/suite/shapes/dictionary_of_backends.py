"""Backends are registered in a dict by a decorator and by hand, and picked by name."""
import asyncio
from typing import Callable, Protocol

import httpx
import requests


class Backend(Protocol):
    def fetch(self, url: str) -> bytes: ...


class RequestsBackend:
    def fetch(self, url: str) -> bytes:
        return requests.get(url).content


class HttpxBackend:
    def __init__(self) -> None:
        self.client = httpx.Client()

    def fetch(self, url: str) -> bytes:
        return self.client.get(url).content


BACKENDS: dict[str, Callable[[], Backend]] = {"requests": RequestsBackend, "httpx": HttpxBackend}
HANDLERS: dict[str, Callable[[str], bytes]] = {}


def handles(kind: str):
    def register(function):
        HANDLERS[kind] = function
        return function

    return register


@handles("page")
def page(url: str) -> bytes:
    return requests.get(url).content


async def fetch(kind: str, url: str) -> bytes:
    backend = BACKENDS[kind]()
    return backend.fetch(url)  # CNC102


async def fetch_elsewhere(kind: str, url: str) -> bytes:
    backend = BACKENDS[kind]()
    return await asyncio.to_thread(backend.fetch, url)


async def handle(kind: str, url: str) -> bytes:
    return HANDLERS[kind](url)  # CNC102


async def handle_elsewhere(kind: str, url: str) -> bytes:
    return await asyncio.to_thread(HANDLERS[kind], url)
