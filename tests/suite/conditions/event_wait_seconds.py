"""`Event.wait(seconds)` parks the loop until the event is set or the time is over."""
import threading

ready = threading.Event()


async def until_ready() -> bool:
    return ready.wait(10)  # CNC106
