"""Name resolution by the socket module is synchronous; the loop has its own."""
import asyncio
import socket


async def addresses(host: str) -> list[tuple]:
    local = await asyncio.get_running_loop().getaddrinfo("localhost", 80)
    return local + socket.getaddrinfo(host, 443)  # CNC107
