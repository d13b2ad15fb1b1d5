"""The lambda given as sort key runs inline for every item."""
import requests


async def by_popularity(packages: list[str]) -> list[str]:
    packages.sort(key=lambda name: requests.get(f"https://stats.example.com/{name}").json()["downloads"])  # CNC102
    return packages
