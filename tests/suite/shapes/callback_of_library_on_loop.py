"""Callbacks that the loop or a framework runs: a done callback, a signal, a scheduler's job, a listener."""
import asyncio
import signal
from pathlib import Path

import requests
from apscheduler.schedulers.asyncio import AsyncIOScheduler


def report(task: asyncio.Task) -> None:
    requests.post("https://x", json={"ok": task.done()})  # CNC102


def flush() -> None:
    Path("/data/state").write_text("x")  # CNC103


def in_thread() -> None:
    Path("/data/state").write_text("x")


async def poll() -> None:
    requests.get("https://x")  # CNC102


async def main() -> None:
    asyncio.create_task(poll()).add_done_callback(report)
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, flush)
    scheduler = AsyncIOScheduler()
    scheduler.add_job(poll, "interval", seconds=5)
    scheduler.add_job(in_thread, "interval", seconds=5)
    scheduler.start()
