"""The methods of an asyncio protocol are called on the loop."""
import asyncio
import socket


class Gateway(asyncio.Protocol):
    def connection_made(self, transport) -> None:
        self.transport = transport
        host = transport.get_extra_info("peername")[0]
        self.peer = socket.gethostbyaddr(host)[0]  # CNC107

    def data_received(self, data: bytes) -> None:
        self.transport.write(data)
