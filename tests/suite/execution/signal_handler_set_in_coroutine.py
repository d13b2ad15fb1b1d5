"""A handler of `signal.signal` interrupts the main thread: the loop's, where a coroutine sets it."""
import signal
import time


def stop(number, frame) -> None:
    time.sleep(3)


async def serve() -> None:
    signal.signal(signal.SIGTERM, stop)  # CNC101


def work_without_loop() -> None:
    signal.signal(signal.SIGTERM, stop)
