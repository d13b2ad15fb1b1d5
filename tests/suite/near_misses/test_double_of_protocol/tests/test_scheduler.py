import asyncio
import time

from mailer.ports import Clock
from mailer.scheduler import next_slot


class SleepingClock(Clock):
    def pause(self) -> float:
        time.sleep(0.01)
        return time.monotonic()


def test_next_slot():
    assert asyncio.run(next_slot(SleepingClock())) > 0
