"""An `AsyncIOScheduler` runs a plain `def` job in its default executor, a thread pool."""
import requests
from apscheduler.schedulers.asyncio import AsyncIOScheduler

scheduler = AsyncIOScheduler()


def refresh_exchange() -> None:
    requests.post("https://fx.example.com/refresh")


async def start() -> None:
    scheduler.add_job(refresh_exchange, "interval", minutes=5)
    scheduler.start()
