"""Clients come out of an assignment expression, a tuple, a star, and a list of clients."""
import asyncio

import requests
from redis import Redis


def pair() -> tuple[requests.Session, Redis]:
    return requests.Session(), Redis()


def find(name: str) -> Redis | None:
    return Redis(host=name) if name else None


async def named(name: str):
    if (cache := find(name)) is not None:
        return cache.get("key")  # CNC105
    return None


async def unpacked():
    http, cache = pair()
    http.get("https://x")  # CNC102
    return cache.get("key")  # CNC105


async def starred():
    first, *rest = [Redis(host="a"), Redis(host="b"), Redis(host="c")]
    first.get("key")  # CNC105
    return [each.get("key") for each in rest]  # CNC105


async def shards(clients: list[Redis]):
    values = [client.get("key") for client in clients]  # CNC105
    others = await asyncio.gather(*[asyncio.to_thread(client.get, "key") for client in clients])
    return values, others


async def by_name(clients: dict[str, Redis]):
    return {name: client.get("key") for name, client in clients.items()}  # CNC105
