"""Both classes have a `flush`; the receiver's class is declared, and its method touches memory only."""
import requests


class RemoteBuffer:
    def flush(self) -> None:
        requests.post("https://logs.example.com/batch")


class LocalBuffer:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def flush(self) -> None:
        self.lines.clear()


async def rotate(buffer: LocalBuffer) -> None:
    buffer.flush()
