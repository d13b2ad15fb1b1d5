"""A parameter that is called as loops are: its callbacks run there, unless it is known to be something else."""

import asyncio
import time


class Beat:
    def start(self, loop):
        loop.call_later(5, self._beat)

    def _beat(self):
        open("/tmp/beat", "w").write("x")  # CNC103


class Scheduler:
    def call_later(self, delay, function):
        return delay, function


def slow():
    time.sleep(1)


async def main():
    Beat().start(asyncio.get_running_loop())
    loop = Scheduler()
    loop.call_later(1, slow)
