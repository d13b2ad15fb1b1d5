"""A timeout bounds the wait but the loop still stands still for up to that long."""
from queue import Empty, Queue

commands = Queue()


async def next_command() -> str:
    try:
        return commands.get(True, 0.5)  # CNC106
    except Empty:
        return "noop"
