import asyncio


class LineProtocol(asyncio.Protocol):
    def data_received(self, data: bytes) -> None:
        self.lines = data.splitlines()
