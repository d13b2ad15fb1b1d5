"""`select` with a timeout of zero polls the descriptors and returns."""
import select
import socket


async def readable(connections: list[socket.socket]) -> list[socket.socket]:
    return select.select(connections, [], [], 0)[0]
