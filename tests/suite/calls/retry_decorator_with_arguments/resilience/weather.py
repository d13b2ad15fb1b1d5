"""A decorator with arguments from another module calls the function inline, which requests over HTTP."""
import requests

from .retrying import retry


@retry(attempts=3, on=requests.ConnectionError)
def forecast(city: str) -> dict:
    return requests.get(f"https://weather.example.com/{city}", timeout=4).json()


async def outdoor_event(city: str) -> bool:
    return forecast(city)["rain"] < 0.2  # CNC102
