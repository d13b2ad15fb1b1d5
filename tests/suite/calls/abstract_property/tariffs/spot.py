import httpx

from .base import Tariff


class SpotTariff(Tariff):
    @property
    def price(self) -> float:
        return httpx.get("https://spot.example.com/now").json()
