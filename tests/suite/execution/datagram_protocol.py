"""`datagram_received` runs on the loop, and the helper it calls appends to a file."""
import asyncio


def append(line: str) -> None:
    with open("/var/log/syslog.mirror", "a") as mirror:
        mirror.write(line)


class Syslog(asyncio.DatagramProtocol):
    def datagram_received(self, data: bytes, addr: tuple) -> None:
        append(data.decode())  # CNC103
