"""A constructor connects, and coroutines make the object: by class, by class method, and as an attribute."""
import asyncio

import psycopg2
import redis


class Ledger:
    def __init__(self, dsn: str) -> None:
        self.connection = psycopg2.connect(dsn)

    @classmethod
    def create(cls, host: str) -> "Ledger":
        return cls(f"host={host}")


class Sessions:
    def __init__(self, url: str) -> None:
        self.redis = redis.from_url(url)
        self.redis.ping()


class Lazy:
    def __init__(self, url: str) -> None:
        self.redis = redis.from_url(url)


async def start() -> None:
    Ledger("host=db")  # CNC105
    Ledger.create("db")  # CNC105
    Lazy("redis://cache")
    await asyncio.to_thread(Ledger, "host=db")
    await asyncio.to_thread(Ledger.create, "db")


class Service:
    async def open(self) -> None:
        self.sessions = Sessions("redis://cache")  # CNC105
        self.lazy = Lazy("redis://cache")
