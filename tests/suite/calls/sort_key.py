"""`sorted` calls its key function inline, once per item."""
import requests


def remote_rank(url: str) -> int:
    return int(requests.head(url).headers["X-Rank"])


async def best_first(urls: list[str]) -> list[str]:
    return sorted(urls, key=remote_rank)  # CNC102
