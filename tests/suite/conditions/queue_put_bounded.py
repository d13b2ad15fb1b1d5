"""`put` on a queue with a maximum size waits while the queue is full."""
import queue

frames = queue.Queue(maxsize=2)


async def push_frame(frame: bytes) -> None:
    frames.put(frame)  # CNC106
