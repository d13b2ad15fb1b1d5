"""The parameter hides the imported module: `requests` is a mapping of pending jobs here."""
import requests

API = requests.Session


async def next_job(requests: dict[str, str], key: str) -> str:
    return requests.get(key, "idle")
