"""`acquire` without arguments waits for whoever holds the lock."""
import threading


class Registry:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._names: set[str] = set()

    async def register(self, name: str) -> None:
        self._lock.acquire()  # CNC106
        self._names.add(name)
        self._lock.release()
