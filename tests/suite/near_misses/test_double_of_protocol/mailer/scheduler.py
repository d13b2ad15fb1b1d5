"""Production implements the abstract clock without I/O; only the fake in a test sleeps."""
from mailer.ports import Clock


async def next_slot(clock: Clock) -> float:
    return clock.pause()
