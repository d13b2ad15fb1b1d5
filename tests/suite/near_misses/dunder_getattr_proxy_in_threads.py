"""A proxy that makes coroutine functions of methods: they run in threads."""

import asyncio
import sqlite3


class AsyncProxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        method = getattr(self._target, name)

        async def call(*args, **kwargs):
            return await asyncio.to_thread(method, *args, **kwargs)

        return call


class Db:
    def find(self, key):
        return sqlite3.connect("x").execute("select ?", (key,)).fetchone()


db = AsyncProxy(Db())


async def find(key):
    return await db.find(key)
