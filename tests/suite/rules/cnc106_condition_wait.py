"""Waiting for a condition parks the loop's thread until another thread notifies."""
import threading


class Buffer:
    def __init__(self, changed: threading.Condition) -> None:
        self.changed = changed
        self.items: list[bytes] = []

    async def take(self) -> bytes:
        self.changed.wait_for(lambda: bool(self.items))  # CNC106
        return self.items.pop()
