"""A context for TLS reads the system's certificates from disk, through a helper and for a client of its own."""
import asyncio
import ssl

import aiohttp
import certifi


def context(path: str) -> ssl.SSLContext:
    made = ssl.create_default_context(cafile=certifi.where())
    made.load_cert_chain(path)
    return made


async def session(path: str) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context(path)))  # CNC103


async def session_elsewhere(path: str) -> aiohttp.ClientSession:
    made = await asyncio.to_thread(context, path)
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=made))
