"""The generator is created on one line and runs on the line of the loop."""
import time


def ticks(count: int):
    for number in range(count):
        time.sleep(0.2)
        yield number


async def countdown(count: int) -> int:
    steps = ticks(count)
    last = 0
    for step in steps:  # CNC101
        last = step
    return last
