"""`enter_context` runs the context manager's `__enter__` at once; here it waits for a Redis answer."""
from contextlib import ExitStack

import redis


class Lease:
    def __init__(self, name: str) -> None:
        self.name = name
        self.client = redis.Redis()

    def __enter__(self) -> "Lease":
        self.client.set(self.name, "held", nx=True, ex=30)
        return self

    def __exit__(self, *exc) -> None:
        self.name = ""


async def rebuild_index() -> str:
    with ExitStack() as stack:
        lease = stack.enter_context(Lease("index"))  # CNC105
        return lease.name
