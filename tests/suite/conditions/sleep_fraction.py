"""A tenth of a second is long for an event loop."""
import time


async def debounce() -> None:
    time.sleep(0.1)  # CNC101
