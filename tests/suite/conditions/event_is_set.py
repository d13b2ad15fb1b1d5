"""Setting, clearing and asking a thread event wait for nobody, and a zero timeout does not wait either."""
import threading

stop = threading.Event()


async def toggle() -> bool:
    if stop.is_set():
        stop.clear()
    else:
        stop.set()
    return stop.wait(timeout=0)
