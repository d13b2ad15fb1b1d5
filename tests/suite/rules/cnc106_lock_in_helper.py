"""The lock is taken in a sync method that the coroutine calls; a worker thread holds it while it waits."""
import threading
import time


class Gauge:
    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._value = 0.0

    def sample(self) -> None:
        with self._lock:
            time.sleep(0.5)
            self._value += 1

    def value(self) -> float:
        with self._lock:
            return self._value


async def metrics(gauge: Gauge) -> str:
    return f"gauge {gauge.value()}"  # CNC106
