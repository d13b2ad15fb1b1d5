"""Overloads that give different clients: which is meant is not known."""

from typing import Literal, overload
import httpx


@overload
def client(sync: Literal[True]) -> httpx.Client: ...
@overload
def client(sync: Literal[False]) -> httpx.AsyncClient: ...
def client(sync):
    return _cache[sync]


_cache = {}


async def go():
    async with client(False) as c:
        return await c.get("https://x")
