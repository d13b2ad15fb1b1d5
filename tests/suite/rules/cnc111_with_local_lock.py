"""The thread lock of the module is held while the coroutine awaits: other threads and tasks wait for its I/O."""
import asyncio
import threading

state_lock = threading.Lock()
state: dict[str, str] = {}


async def update(key: str, value: str) -> None:
    with state_lock:  # CNC111
        await asyncio.sleep(0.1)
        state[key] = value
