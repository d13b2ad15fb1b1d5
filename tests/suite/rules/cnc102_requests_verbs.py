"""Module-level functions of requests block; so does a session built in place."""
import requests


async def mirror_release(url: str, target: str) -> bool:
    release = requests.request("GET", url, timeout=30)  # CNC102
    return requests.Session().put(target, data=release.content).ok  # CNC102
