"""The class whose `fetch` blocks has another `run`, too, so that the inherited one never meets it."""
import time


class Job:
    def fetch(self) -> bytes:
        return b""

    async def run(self) -> bytes:
        return self.fetch()


class SlowJob(Job):
    def fetch(self) -> bytes:
        time.sleep(1)
        return b""

    async def run(self) -> bytes:
        return b"".join([b"slow"])
