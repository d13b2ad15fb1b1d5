"""Calling `run` instead of `start` runs the thread's body on the loop."""
import threading
import time


class Poller(threading.Thread):
    def run(self) -> None:
        time.sleep(5)


async def poll_once() -> None:
    Poller().run()  # CNC101
