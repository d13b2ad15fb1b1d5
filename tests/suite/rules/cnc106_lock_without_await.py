"""A `with` on a thread lock waits for the other holders, even if this section is short."""
import threading
import time

lock = threading.Lock()
totals: dict[str, int] = {}


def rebuild() -> None:
    with lock:
        time.sleep(3)
        totals.clear()


async def add(name: str, amount: int) -> int:
    with lock:  # CNC106
        totals[name] = totals.get(name, 0) + amount
    return amount
