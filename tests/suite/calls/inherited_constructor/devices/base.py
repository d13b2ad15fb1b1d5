import socket


class Device:
    def __init__(self, host: str) -> None:
        self.connection = socket.create_connection((host, 9100), timeout=3)
