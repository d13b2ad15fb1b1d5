"""A subclass of the thread-safe queue inherits its waiting `get`."""
import queue


class Outgoing(queue.Queue):
    def describe(self) -> str:
        return f"{self.qsize()} waiting"


outgoing = Outgoing()


async def take() -> str:
    message = outgoing.get()  # CNC106
    return message
