"""A capture in a `match` pattern binds a local name like an assignment does."""
import subprocess

LIMIT = subprocess.PIPE


async def handle(message: dict) -> str:
    match message:
        case {"jobs": [subprocess, *_]}:
            return subprocess.run()
        case _:
            return "idle"
