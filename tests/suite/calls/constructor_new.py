"""Building the object runs `__new__`, which resolves a host name."""
import socket


class Endpoint(str):
    def __new__(cls, host: str):
        return super().__new__(cls, socket.gethostbyname(host))


async def route(host: str) -> str:
    return Endpoint(host)  # CNC107
