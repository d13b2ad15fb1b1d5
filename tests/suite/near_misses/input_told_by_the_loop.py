"""A callback that the loop calls when there is a line to read."""

import asyncio
import sys


class Console:
    def __init__(self) -> None:
        self._lines: asyncio.Queue[str] = asyncio.Queue()

    async def start(self) -> None:
        asyncio.get_running_loop().add_reader(sys.stdin, self._read)

    def _read(self) -> None:
        self._lines.put_nowait(sys.stdin.readline())
