"""An `async for` inside the locked block awaits at every step."""
from threading import RLock

catalog_lock = RLock()
catalog: list[dict] = []


async def reload(source) -> None:
    with catalog_lock:  # CNC111
        catalog.clear()
        async for item in source:
            catalog.append(item)
