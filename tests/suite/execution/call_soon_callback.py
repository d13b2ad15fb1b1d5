"""`call_soon` runs the sync callback on the loop at its next turn."""
import asyncio
from pathlib import Path


def persist() -> None:
    Path("/var/state/bot.json").write_text("{}")  # CNC103


async def main() -> None:
    asyncio.get_running_loop().call_soon(persist)
