"""Module level and the `__main__` block run before the loop starts or after it ended."""
import asyncio
import subprocess
import time
from pathlib import Path

VERSION = Path("VERSION").read_text()
REVISION = subprocess.check_output(["git", "rev-parse", "HEAD"], text=True)


async def serve() -> None:
    await asyncio.sleep(0.1)


if __name__ == "__main__":
    time.sleep(1)
    asyncio.run(serve())
    Path("stopped").write_text(VERSION)
