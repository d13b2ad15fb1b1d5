"""Only coroutine functions are called in the branch that asks for them."""

import asyncio
import inspect
import requests


def sync_handler():
    return requests.get("x")


async def call(fn):
    if inspect.iscoroutinefunction(fn):
        return await fn()
    return await asyncio.to_thread(fn)


async def main():
    return await call(sync_handler)
