"""The comprehension's variable is an annotated project class whose method connects a socket."""
import socket


class Host:
    def __init__(self, name: str) -> None:
        self.name = name

    def reachable(self) -> bool:
        return socket.create_connection((self.name, 443), timeout=1) is not None


async def reachable_hosts(hosts: list[Host]) -> list[str]:
    return [host.name for host in hosts if host.reachable()]  # CNC107
