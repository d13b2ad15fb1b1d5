"""A bound method scheduled with `call_at` runs on the loop."""
import asyncio

import redis


class Lease:
    def __init__(self, name: str) -> None:
        self.name = name
        self.client = redis.Redis()
        self.loop = asyncio.get_event_loop()

    def start(self, when: float) -> None:
        self.loop.call_at(when, self.renew)

    def renew(self) -> None:
        self.client.expire(self.name, 30)  # CNC105
