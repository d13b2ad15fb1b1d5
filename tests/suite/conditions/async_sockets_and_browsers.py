"""The asyncio flavours of ZeroMQ sockets, browser pages and trio's paths are awaited at every call."""
import trio
import zmq
import zmq.asyncio
from playwright.async_api import Page

context = zmq.asyncio.Context()


async def relay(address: str) -> bytes:
    socket = context.socket(zmq.REQ)
    socket.connect(address)
    await socket.send(b"ping")
    return await socket.recv()


async def title(page: Page, url: str) -> str:
    await page.goto(url)
    return await page.title()


async def manifest(folder: trio.Path) -> str:
    return await (folder / "manifest.json").read_text()
