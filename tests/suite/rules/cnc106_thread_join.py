"""Joining a thread waits for the whole of its work."""
import threading


def crunch(numbers: list[int]) -> None:
    numbers.sort()


async def sort_all(numbers: list[int]) -> list[int]:
    worker = threading.Thread(target=crunch, args=(numbers,))
    worker.start()
    worker.join()  # CNC106
    return numbers
