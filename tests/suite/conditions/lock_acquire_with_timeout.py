"""A positive timeout still parks the loop's thread for as long."""
from threading import RLock

device = RLock()


async def grab() -> bool:
    return device.acquire(timeout=2)  # CNC106
