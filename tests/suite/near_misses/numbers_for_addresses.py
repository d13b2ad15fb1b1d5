"""Addresses that are numbers are looked up nowhere, and a socket for datagrams connects without a packet."""

import asyncio
import socket


async def parse(address: str) -> list:
    host, _ = socket.getnameinfo((address, 0), socket.NI_NUMERICHOST)
    return socket.getaddrinfo(host, 0, flags=socket.AI_NUMERICHOST)


async def own_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("10.255.255.255", 1))
        return probe.getsockname()[0]


async def by_name(host: str) -> list:
    stream = socket.socket(socket.AF_INET, type=socket.SOCK_STREAM)
    stream.connect((host, 80))  # CNC107
    await asyncio.sleep(0)
    return socket.getaddrinfo(host, 80)  # CNC107
