"""`put` on a queue without a maximum size never waits, and neither does `put_nowait`."""
import queue

events = queue.Queue()
limited = queue.Queue(maxsize=10)


async def emit(event: str) -> None:
    events.put(event)
    limited.put_nowait(event)
    limited.put(event, block=False)
