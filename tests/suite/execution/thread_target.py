"""A thread or a timer is started with the blocking function as its target."""
import threading
import time


def watch(folder: str) -> None:
    while folder:
        time.sleep(1)


def expire(token: str) -> None:
    time.sleep(len(token) / 100)


async def start_watching(folder: str) -> None:
    threading.Thread(target=watch, args=(folder,), daemon=True).start()
    timer = threading.Timer(30, expire, args=(folder,))
    timer.start()
