"""Formatting the object in an f-string runs `__str__`, which resolves its address."""
import socket


class Peer:
    def __init__(self, address: str) -> None:
        self.address = address

    def __str__(self) -> str:
        return socket.gethostbyaddr(self.address)[0]


async def greet(peer: Peer) -> str:
    return f"hello {peer}"  # CNC107
