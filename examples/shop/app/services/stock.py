import threading

import httpx


class StockService:
    """Reserves in the warehouse, one request at a time."""

    def __init__(self, url: str = "http://warehouse.internal") -> None:
        self._client = httpx.AsyncClient(base_url=url, timeout=5)
        self._turn = threading.Lock()

    async def reserve(self, sku: str, order_id: int) -> bool:
        with self._turn:
            response = await self._client.post(f"/articles/{sku}/reservations", json={"order": order_id})
        return response.status_code == 201


stock = StockService()
