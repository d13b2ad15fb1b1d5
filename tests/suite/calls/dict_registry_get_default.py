"""`.get` on a registry of functions gives one of its values or the default, and one of them sleeps."""
import time


def fast(job: str) -> str:
    return job.upper()


def careful(job: str) -> str:
    time.sleep(1)
    return job


STRATEGIES = {"careful": careful}


async def process(job: str, strategy: str) -> str:
    return STRATEGIES.get(strategy, fast)(job)  # CNC101
