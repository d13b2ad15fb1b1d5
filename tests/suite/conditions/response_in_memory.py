"""The response was fetched in a thread with its whole body, so parsing it is plain computation."""
import asyncio

import requests


async def temperature(city: str) -> float:
    reply = await asyncio.to_thread(requests.get, f"https://weather.example.com/{city}", timeout=5)
    reply.raise_for_status()
    return reply.json()["temperature"]
