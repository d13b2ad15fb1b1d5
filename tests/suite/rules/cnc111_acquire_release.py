"""The lock is taken and released by hand, with an await between the two."""
import asyncio
import threading


class Modem:
    def __init__(self) -> None:
        self.port = threading.Lock()

    async def send(self, data: bytes) -> int:
        self.port.acquire()  # CNC111
        try:
            await asyncio.sleep(0.05)
            return len(data)
        finally:
            self.port.release()
