import csv
import threading
import urllib.request
from io import StringIO

from app.repositories.prices import prices

SUPPLIER = "https://supplier.example/prices.csv"


class PriceFeed:
    """Loads the supplier's list in a thread of its own; readers wait for the first one."""

    def __init__(self) -> None:
        self._loaded = threading.Event()
        self._prices: dict[str, int] = {}

    def start(self) -> None:
        threading.Thread(target=self.refresh, name="price-feed", daemon=True).start()

    def refresh(self) -> None:
        with urllib.request.urlopen(SUPPLIER, timeout=60) as response:
            rows = csv.reader(StringIO(response.read().decode()))
        self._prices = {sku: int(cents) for sku, cents in rows}
        prices.replace(self._prices)
        self._loaded.set()

    def price_of(self, sku: str) -> int | None:
        self._loaded.wait(timeout=10)
        return self._prices.get(sku)


feed = PriceFeed()
