"""The callback of `add_reader` runs on the loop whenever the descriptor is readable."""
import asyncio
from pathlib import Path


class SerialLog:
    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        loop.add_reader(self.descriptor, self._readable)

    def _readable(self) -> None:
        Path("/var/log/serial.last").write_text(f"{self.descriptor} readable")  # CNC103
