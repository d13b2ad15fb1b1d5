"""A socket that was set non-blocking does not wait."""

import socket


async def source_address(target):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.setblocking(False)
        probe.connect((target, 1))
        return probe.getsockname()[0]


class Link:
    def __init__(self):
        self.sock = socket.socket()
        self.sock.settimeout(0)

    async def read(self):
        return self.sock.recv(1024)


class Other:
    def __init__(self):
        self.waiting = socket.socket()
        self.waiting.setblocking(True)

    async def read(self):
        return self.waiting.recv(1024)  # CNC107
