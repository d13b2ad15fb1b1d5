"""A library module assigned to another name, as a test seam, is the same blocking library."""
import time

clock = time


async def cool_down() -> None:
    clock.sleep(3)  # CNC101
