"""The locks, events and queues of asyncio share the names of the blocking ones and are awaited."""
import asyncio


class Turnstile:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.opened = asyncio.Event()
        self.queue: asyncio.Queue = asyncio.Queue(maxsize=1)

    async def enter(self) -> str:
        async with self.lock:
            await self.queue.put("visitor")
        await self.opened.wait()
        await self.lock.acquire()
        self.lock.release()
        return await asyncio.wait_for(self.queue.get(), timeout=1)
