"""The lambda is called in the executor, not on the loop."""
import asyncio
import sqlite3


async def vacuum(path: str) -> None:
    loop = asyncio.get_event_loop()
    await loop.run_in_executor(None, lambda: sqlite3.connect(path).execute("VACUUM"))
