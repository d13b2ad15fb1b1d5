"""The method of a registered class only runs in threads."""

import asyncio
import time


class Task:
    registry = {}

    def __init_subclass__(cls, **kw):
        cls.registry[cls.__name__] = cls

    def run(self):
        raise NotImplementedError


class Slow(Task):
    def run(self):
        time.sleep(3)


async def execute(name):
    task = Task.registry[name]()
    await asyncio.to_thread(task.run)
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, task.run)
