"""`get` without arguments waits until a producer puts something."""
import queue

inbox: queue.Queue = queue.Queue()


async def next_message() -> str:
    return inbox.get()  # CNC106
