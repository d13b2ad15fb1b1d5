"""A module imported under another name is still requests: the GET blocks the loop."""
import requests as rq

RATES_URL = "https://rates.example.com/latest"


async def current_rate(currency: str) -> float:
    reply = rq.get(RATES_URL, params={"base": currency}, timeout=5)  # CNC102
    return reply.json()["rate"]
