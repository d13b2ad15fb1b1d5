"""An asyncio lock is made to be held over an await."""
import asyncio


class Cache:
    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._values: dict[str, str] = {}

    async def load(self, key: str, loader) -> str:
        async with self._lock:
            if key not in self._values:
                self._values[key] = await loader(key)
            return self._values[key]
