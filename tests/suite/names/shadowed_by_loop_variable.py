"""The loop variable `time` is a project object whose `sleep` only records a wish."""
import time

STARTED = time.time()


class NapWish:
    def __init__(self) -> None:
        self.wished = 0.0

    def sleep(self, seconds: float) -> None:
        self.wished += seconds


async def schedule(wishes: list[NapWish]) -> float:
    for time in wishes:
        time.sleep(2)
    return sum(w.wished for w in wishes)
