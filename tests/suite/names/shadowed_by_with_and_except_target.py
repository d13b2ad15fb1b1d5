"""The targets of `with ... as` and `except ... as` are local names, so no module is meant by them."""
import requests
import time

SESSION_TYPE = requests.Session
STARTED = time.monotonic()


class Span:
    def __init__(self) -> None:
        self.tags: dict[str, str] = {}

    def __enter__(self) -> dict[str, str]:
        return self.tags

    def __exit__(self, *exc) -> None:
        self.tags = {}


class Retry(Exception):
    def sleep(self, seconds: float) -> float:
        return seconds


async def trace(job) -> str:
    try:
        with Span() as requests:
            await job()
            return requests.get("id", "none")
    except Retry as time:
        return str(time.sleep(3))
