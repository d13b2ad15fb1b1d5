"""What a class pattern says of the subject, and of what it captures."""

from dataclasses import dataclass

import redis
import requests


@dataclass
class Increment:
    client: redis.Redis
    key: str


@dataclass
class Fetch:
    session: requests.Session
    url: str


class Local:
    def get(self, url: str) -> str:
        return url


async def handle(command):
    match command:
        case Increment(client=cache, key=key):
            return cache.incr(key)  # CNC105
        case Fetch() as fetch if fetch.url:
            return fetch.session.get(fetch.url)  # CNC102
        case Fetch(session, url):
            return session.get(url)  # CNC102
        case {"cache": Increment(cache)}:
            return cache.get("key")  # CNC105
        case Local():
            return command.get("x")
        case [session, *rest] | (session, rest):
            return session.get(rest)
        case _:
            return None


async def narrowed(command):
    match command:
        case Fetch():
            return command.session.get(command.url)  # CNC102
