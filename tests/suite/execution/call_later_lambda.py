"""The lambda handed to `call_later` runs on the loop when its time has come."""
import asyncio

import requests


async def schedule_ping(url: str) -> None:
    loop = asyncio.get_running_loop()
    loop.call_later(30, lambda: requests.get(url, timeout=3))  # CNC102
