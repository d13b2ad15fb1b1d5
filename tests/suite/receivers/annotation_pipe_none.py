"""`Queue | None` in a class-level annotation is a queue where it is used."""
from __future__ import annotations

import queue


class Ingest:
    source: queue.Queue[bytes] | None = None

    async def take(self) -> bytes:
        if self.source is None:
            return b""
        return self.source.get()  # CNC106
