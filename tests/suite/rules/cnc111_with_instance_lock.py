"""A lock stored on the instance is held over the await of a request."""
import threading

import httpx


class TokenCache:
    def __init__(self, client: httpx.AsyncClient) -> None:
        self._lock = threading.Lock()
        self._client = client
        self._token = ""

    async def token(self) -> str:
        with self._lock:  # CNC111
            if not self._token:
                self._token = (await self._client.get("/token")).text
            return self._token
