"""The handler is picked from a dictionary; one of the handlers writes a file."""
from pathlib import Path


def to_memory(body: str) -> int:
    return len(body)


def to_disk(body: str) -> int:
    return Path("/var/spool/message").write_text(body)


SINKS = {"memory": to_memory, "disk": to_disk}


async def store(kind: str, body: str) -> int:
    return SINKS[kind](body)  # CNC103
