"""What `memoize` remembers was worked out when the module was imported."""

import socket

from tlz import memoize


@memoize
def has_ipv6() -> bool:
    socket.create_connection(("::1", 80)).close()
    return True


if has_ipv6():
    print("both")


@memoize
def has_ipv4() -> bool:
    socket.create_connection(("127.0.0.1", 80)).close()
    return True


async def probe() -> bool:
    return has_ipv4()  # CNC107
