"""Callbacks of an asyncio task run on the loop; this one calls a helper that reports over HTTP."""
import asyncio
import urllib.request


def report(message: str) -> None:
    urllib.request.urlopen("https://errors.example.com", data=message.encode())


def on_done(task: asyncio.Task) -> None:
    if not task.cancelled() and task.exception():
        report(repr(task.exception()))  # CNC102


async def supervise(job) -> None:
    task = asyncio.create_task(job())
    task.add_done_callback(on_done)
    await asyncio.wait([task])
