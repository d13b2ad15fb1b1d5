"""A Celery task that is called like a function runs in the caller, here on the loop."""
import requests
from celery import shared_task


@shared_task
def geocode(address: str) -> dict:
    return requests.get("https://geo.example.com", params={"q": address}).json()


async def locate(address: str) -> dict:
    return geocode(address)  # CNC102
