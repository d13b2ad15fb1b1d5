"""A decorator that wraps coroutine functions and others, each in its own kind."""

import functools
import inspect
import time


def timed(function):
    @functools.wraps(function)
    async def asynchronous(*args):
        return await function(*args)

    @functools.wraps(function)
    def synchronous(*args):
        time.sleep(1)
        return function(*args)

    return asynchronous if inspect.iscoroutinefunction(function) else synchronous


@timed
async def fetch():
    return 1


@timed
def compute():
    return 2


HANDLERS = {"fetch": lambda: fetch()}


async def use(name):
    handler = HANDLERS[name]
    return await handler()


async def use_both():
    compute()  # CNC101
    return await fetch()
