from typing import Any

import requests

from app.resilience import retrying
from app.settings import Settings


class CarrierClient:
    def __init__(self, settings: Settings) -> None:
        self._url = settings.carrier_url
        self._session = requests.Session()

    @retrying(requests.ConnectionError)
    def rates(self, postcode: str, grams: int) -> list[dict[str, Any]]:
        return self._send("GET", f"/rates?to={postcode}&weight={grams}")["rates"]

    def book(self, order_id: int, service: str) -> str:
        label = self._send("POST", "/labels", {"reference": str(order_id), "service": service})
        return label["tracking"]

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        response = self._session.request(method, self._url + path, json=body, timeout=10)
        response.raise_for_status()
        return response.json()
