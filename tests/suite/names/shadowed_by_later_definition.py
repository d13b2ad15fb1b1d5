"""The module redefines `sleep` after importing it; the coroutine calls the harmless definition."""
from time import sleep


def sleep(seconds: float) -> None:
    TOTAL.append(seconds)


TOTAL: list[float] = []


async def simulate(steps: int) -> float:
    for _ in range(steps):
        sleep(1.5)
    return sum(TOTAL)
