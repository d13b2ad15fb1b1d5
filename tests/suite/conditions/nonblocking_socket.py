"""The socket was made non-blocking, and the loop's own methods do the waiting."""
import asyncio
import socket


async def read_banner(address: tuple[str, int]) -> bytes:
    connection = socket.socket()
    connection.setblocking(False)
    await asyncio.get_running_loop().sock_connect(connection, address)
    return await asyncio.get_running_loop().sock_recv(connection, 1024)
