"""The rebinding lives in another function's scope, so here `requests` is still the library."""
import requests


async def queued(batch: dict) -> list:
    requests = batch["requests"]
    return [r.get("id") for r in requests]


async def audit(user: str) -> int:
    return requests.put(f"https://audit.example.com/{user}", timeout=3).status_code  # CNC102
