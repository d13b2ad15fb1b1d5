"""`start` of a Thread subclass runs its `run` method in the new thread."""
import threading

import redis


class Listener(threading.Thread):
    def __init__(self, channel: str) -> None:
        super().__init__(daemon=True)
        self.channel = channel
        self.client = redis.Redis()

    def run(self) -> None:
        self.client.blpop(self.channel)


async def listen(channel: str) -> None:
    Listener(channel).start()
