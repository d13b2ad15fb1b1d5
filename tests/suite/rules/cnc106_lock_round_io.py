"""A thread's lock round input and output: taking it may wait for a request in another thread."""
import threading

import requests


class Rates:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rates: dict[str, float] = {}

    def refresh(self) -> None:
        with self._lock:
            self._rates = requests.get("https://rates.example.com").json()

    async def rate(self, currency: str) -> float:
        with self._lock:  # CNC106
            return self._rates[currency]
